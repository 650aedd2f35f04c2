package org.nachbarstrom.edifact.dispatch.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingFilter;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.dispatch.OutgoingStore;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Outgoing interchanges in the tables {@code outgoing_…}. */
@ApplicationScoped
class PostgresOutgoingStore implements OutgoingStore {
  private final Sql sql;
  private final Clock clock;

  PostgresOutgoingStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Long> takeNumbers(Tenant tenant, String sender, int count) {
    return sql.query(
            """
            insert into outgoing_reference as r (tenant, sender, last) values ($1, $2, $3)
            on conflict (tenant, sender) do update set last = r.last + excluded.last
            returning last\
            """,
            tenant.id(),
            sender,
            (long) count)
        .map(rows -> rows.getFirst().getLong("last"));
  }

  @Override
  public Uni<Void> add(Tenant tenant, OutgoingInterchange interchange, NewInterchange content) {
    return sql.execute(OutgoingRows.ADD, OutgoingRows.row(tenant, interchange, content.bytes()))
        .chain(done -> sql.batch(OutgoingRows.ADD_MESSAGE, messages(tenant, interchange, content)))
        .chain(() -> queue(tenant, interchange));
  }

  private static List<Object[]> messages(
      Tenant tenant, OutgoingInterchange interchange, NewInterchange content) {
    List<Object[]> rows = new ArrayList<>();
    for (NewMessage message : content.messages()) {
      rows.add(
          new Object[] {
            tenant.id(),
            interchange.id(),
            rows.size() + 1,
            message.reference(),
            message.documentNumber(),
            message.checkIdentifier(),
            message.object()
          });
    }
    return rows;
  }

  /** Tells the sender to the broker, which looks across tenants, that there is something. */
  private Uni<Void> queue(Tenant tenant, OutgoingInterchange interchange) {
    boolean due =
        interchange.state() == OutgoingState.PENDING
            && interchange.channel() == DeliveryChannel.AMQP;
    return due
        ? sql.execute(
                "insert into outgoing_queue (tenant, interchange) values ($1, $2)",
                tenant.id(),
                interchange.id())
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Optional<OutgoingInterchange>> find(UUID id) {
    return one("where id = $1", id);
  }

  @Override
  public Uni<Optional<OutgoingInterchange>> lock(UUID id) {
    return one("where id = $1 for update", id);
  }

  @Override
  public Uni<Optional<OutgoingInterchange>> lock(
      String sender, String recipient, String reference) {
    return one(
        "where sender = $1 and recipient = $2 and reference = $3 for update",
        sender,
        recipient,
        reference);
  }

  private Uni<Optional<OutgoingInterchange>> one(String condition, Object... parameters) {
    return all(condition, parameters).map(found -> found.stream().findFirst());
  }

  private Uni<List<OutgoingInterchange>> all(String condition, Object... parameters) {
    return sql.query(OutgoingRows.SELECT + condition, parameters)
        .map(rows -> rows.stream().map(OutgoingRows::interchange).toList());
  }

  @Override
  public Uni<Optional<byte[]>> bytes(UUID id) {
    return sql.query("select bytes from outgoing_interchange where id = $1", id)
        .map(rows -> rows.stream().findFirst().map(row -> row.getBuffer("bytes").getBytes()));
  }

  @Override
  public Uni<List<OutgoingMessage>> messages(UUID id) {
    return sql.query(OutgoingRows.MESSAGES, id)
        .map(rows -> rows.stream().map(OutgoingRows::message).toList());
  }

  @Override
  public Uni<List<Listed>> list(OutgoingFilter filter, long before, int limit) {
    return sql.query(
            OutgoingRows.SELECT + OutgoingRows.FILTER,
            before,
            filter.state().map(Enum::name).orElse(null),
            filter.channel().map(Enum::name).orElse(null),
            filter.partner().orElse(null),
            filter.object().orElse(null),
            filter.reference().orElse(null),
            filter.type().orElse(null),
            limit)
        .map(rows -> rows.stream().map(PostgresOutgoingStore::listed).toList());
  }

  private static Listed listed(Row row) {
    return new Listed(row.getLong("position"), OutgoingRows.interchange(row));
  }

  @Override
  public Uni<List<OutgoingInterchange>> pending(DeliveryChannel channel, int limit) {
    return all(
        "where channel = $1 and state = 'PENDING' order by position limit $2",
        channel.name(),
        limit);
  }

  @Override
  public Uni<Void> update(Tenant tenant, OutgoingInterchange interchange) {
    OutgoingInterchange.Progress progress = interchange.progress();
    return sql.execute(
            """
            update outgoing_interchange
            set state = $2, channel = $3, sending = $4, attempts = $5, delivered_at = $6,
                decided_at = $7, last_error = $8
            where id = $1\
            """,
            interchange.id(),
            interchange.state().name(),
            interchange.channel().name(),
            progress.sending(),
            progress.attempts(),
            progress.deliveredAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            progress.decidedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            progress.lastError())
        .chain(done -> queue(tenant, interchange));
  }

  @Override
  public Uni<Map<String, Integer>> positions(UUID id, Set<String> names) {
    return sql.query(OutgoingRows.POSITIONS, id, names.toArray(String[]::new))
        .map(rows -> {
          Map<String, Integer> positions = new HashMap<>();
          rows.forEach(
              row -> positions.putIfAbsent(row.getString("name"), row.getInteger("position")));
          return positions;
        });
  }

  @Override
  public Uni<Void> addAnswers(
      Tenant tenant, OutgoingInterchange about, List<PlacedAnswer> answers) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return sql.batch(
        OutgoingRows.ADD_ANSWER,
        answers.stream()
            .map(placed ->
                new Object[] {
                  tenant.id(),
                  about.id(),
                  about.progress().sending(),
                  placed.position(),
                  placed.answer().kind().name(),
                  placed.answer().positive(),
                  placed.answer().source(),
                  placed.answer().sourceMessage(),
                  placed.answer().text(),
                  now
                })
            .toList());
  }

  @Override
  public Uni<Tally> tally(OutgoingInterchange interchange) {
    return sql.query(
            """
            select count(*) filter (where not positive) as refusals,
              coalesce(bool_or(positive and position = 0), false) as whole,
              count(distinct position) filter (where positive and position > 0) as accepted
            from outgoing_answer where interchange = $1 and sending = $2\
            """,
            interchange.id(),
            interchange.progress().sending())
        .map(rows -> {
          Row row = rows.getFirst();
          return new Tally(
              row.getLong("refusals"), row.getBoolean("whole"), row.getLong("accepted"));
        });
  }
}
