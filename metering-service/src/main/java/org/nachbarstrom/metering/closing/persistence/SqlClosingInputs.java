package org.nachbarstrom.metering.closing.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.ClosingInputs;
import org.nachbarstrom.metering.closing.KeyDay;
import org.nachbarstrom.metering.closing.MemberInputs;
import org.nachbarstrom.metering.metered.Borrowed;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Inputs as rows, one for adjacent days of a member on the same terms. */
@ApplicationScoped
class SqlClosingInputs implements ClosingInputs {
  private static final int AT_ONCE = 500;
  private static final int HASH_BYTES = 32;
  private static final String ADD_KEY =
      """
      insert into closing_input_key (tenant, closing, version, from_day, to_day, key)
      values ($1, $2, $3, $4, $5, $6)\
      """;
  private static final String ADD =
      """
      insert into closing_input (tenant, closing, version, accounting_point, from_day, direction,
        terms, leads, metering_point, borrowed, metered, values_sha256)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)\
      """;
  private static final String KEYS =
      """
      select from_day, to_day, key from closing_input_key
      where closing = $1 and version = $2 order by from_day\
      """;
  private static final String MEMBERS =
      """
      select accounting_point, from_day, direction, terms, leads, metering_point, borrowed,
        metered, values_sha256
      from closing_input where closing = $1 and version = $2 and accounting_point in
        (select distinct accounting_point from closing_input
         where closing = $1 and version = $2 and accounting_point > $3
         order by accounting_point limit $4)
      order by accounting_point, from_day\
      """;

  private final Sql sql;

  SqlClosingInputs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, Of version, List<KeyDay> days, List<MemberInputs> members) {
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (KeySpan span : spans(days)) {
      keys.add(
          new @Nullable Object[] {
            tenant.id(),
            version.closing(),
            version.version(),
            span.days().from(),
            span.days().end().orElseThrow(),
            span.key()
          });
    }
    return sql.batch(ADD_KEY, keys)
        .chain(added ->
            Multi.createFrom()
                .range(0, Math.ceilDiv(members.size(), AT_ONCE))
                .onItem()
                .transformToUniAndConcatenate(part -> {
                  int to = Math.min(members.size(), (part + 1) * AT_ONCE);
                  return add(tenant, version, members.subList(part * AT_ONCE, to));
                })
                .onItem()
                .ignoreAsUni());
  }

  private static List<KeySpan> spans(List<KeyDay> days) {
    List<KeySpan> spans = new ArrayList<>();
    for (KeyDay day : days) {
      LocalDate from = day.day();
      if (!spans.isEmpty()
          && spans.getLast().key().equals(day.key())
          && spans.getLast().days().end().orElseThrow().equals(from)) {
        from = spans.removeLast().days().from();
      }
      spans.add(new KeySpan(new DateRange(from, day.day().plusDays(1)), day.key()));
    }
    return spans;
  }

  private Uni<Void> add(Tenant tenant, Of version, List<MemberInputs> members) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (MemberInputs member : members) {
      List<MemberInputs.Day> days = member.days();
      int from = 0;
      for (int i = 1; i <= days.size(); i++) {
        if (i == days.size() || !joins(days.get(i - 1), days.get(i))) {
          rows.add(row(tenant, version, member, days.subList(from, i)));
          from = i;
        }
      }
    }
    return sql.batch(ADD, rows);
  }

  private static boolean joins(MemberInputs.Day one, MemberInputs.Day next) {
    return one.day().plusDays(1).equals(next.day()) && one.sameTerms(next);
  }

  private static @Nullable Object[] row(
      Tenant tenant, Of version, MemberInputs member, List<MemberInputs.Day> days) {
    MemberInputs.Day first = days.getFirst();
    Borrowed borrowed = first.borrowed();
    Buffer hashes = Buffer.buffer(days.size() * HASH_BYTES);
    days.forEach(day -> hashes.appendBytes(HexFormat.of().parseHex(day.valuesSha256())));
    return new @Nullable Object[] {
      tenant.id(),
      version.closing(),
      version.version(),
      member.accountingPoint().value(),
      first.day(),
      member.direction().name(),
      first.terms(),
      first.leading(),
      borrowed == null ? null : borrowed.meteringPoint().value(),
      borrowed == null ? null : borrowed(days),
      days.stream().map(MemberInputs.Day::metered).toArray(Long[]::new),
      hashes
    };
  }

  private static Short[] borrowed(List<MemberInputs.Day> days) {
    return days.stream()
        .map(day -> day.borrowed() == null ? 0 : (short) day.borrowed().quarterHours())
        .toArray(Short[]::new);
  }

  @Override
  public Uni<List<KeySpan>> keys(Of version) {
    return sql.query(KEYS, version.closing(), version.version())
        .map(rows ->
            rows.stream()
                .map(row ->
                    new KeySpan(
                        new DateRange(row.getLocalDate("from_day"), row.getLocalDate("to_day")),
                        row.getString("key")))
                .toList());
  }

  @Override
  public Uni<List<MemberInputs>> members(Of version, String after, int limit) {
    UUID closing = version.closing();
    return sql.query(MEMBERS, closing, version.version(), after, limit)
        .map(rows -> {
          List<MemberInputs> members = new ArrayList<>();
          for (Row row : rows) {
            MemberInputs read = member(row);
            boolean more =
                !members.isEmpty()
                    && members.getLast().accountingPoint().equals(read.accountingPoint());
            members.add(more ? joined(members.removeLast(), read) : read);
          }
          return members;
        });
  }

  private static MemberInputs joined(MemberInputs first, MemberInputs next) {
    List<MemberInputs.Day> days = new ArrayList<>(first.days());
    days.addAll(next.days());
    return new MemberInputs(first.accountingPoint(), first.direction(), days);
  }

  private static MemberInputs member(Row row) {
    Long[] metered = row.getArrayOfLongs("metered");
    byte[] hashes = row.getBuffer("values_sha256").getBytes();
    String meteringPoint = row.getString("metering_point");
    Short[] counts = row.getArrayOfShorts("borrowed");
    List<MemberInputs.Day> days = new ArrayList<>(metered.length);
    for (int i = 0; i < metered.length; i++) {
      days.add(
          new MemberInputs.Day(
              row.getLocalDate("from_day").plusDays(i),
              row.getString("terms"),
              row.getBoolean("leads"),
              meteringPoint == null
                  ? null
                  : new Borrowed(new MeteringPointId(meteringPoint), counts[i]),
              metered[i],
              HexFormat.of().formatHex(hashes, i * HASH_BYTES, (i + 1) * HASH_BYTES)));
    }
    return new MemberInputs(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        days);
  }
}
