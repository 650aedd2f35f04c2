package org.nachbarstrom.settlement.booking.persistence;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.settlement.booking.Account;
import org.nachbarstrom.settlement.booking.Booking;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.booking.Position;
import org.nachbarstrom.settlement.booking.PositionKey;
import org.nachbarstrom.settlement.booking.Positions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Between bookings and rows. */
final class BookingRows {
  /** All bookings of a batch in one statement, because a trigger checks them as a whole. */
  static final String INSERT =
      """
      insert into booking
        (tenant, batch, id, number, component, accounting_point, tariff, from_day, to_day,
         debit, credit, reversed, amount_micro_euro, energy_milliwatt_hours)
      select $1::text, $2::uuid, b.*
      from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::date[],
                  $9::date[], $10::text[], $11::text[], $12::boolean[], $13::bigint[],
                  $14::bigint[]) as b\
      """;

  private BookingRows() {}

  static Object[] parameters(Tenant tenant, UUID batch, List<Booking> bookings) {
    Integer[] numbers = new Integer[bookings.size()];
    UUID[] ids = new UUID[bookings.size()];
    for (int i = 0; i < ids.length; i++) {
      numbers[i] = i + 1;
      ids[i] = UUID.randomUUID();
    }
    return new Object[] {
      tenant.id(),
      batch,
      ids,
      numbers,
      column(bookings, b -> b.key().component().name(), String[]::new),
      column(bookings, b -> b.key().accountingPoint().value(), String[]::new),
      column(bookings, b -> b.key().tariff(), String[]::new),
      column(bookings, b -> b.key().from(), LocalDate[]::new),
      column(bookings, b -> b.key().to(), LocalDate[]::new),
      column(bookings, b -> b.debit().key(), String[]::new),
      column(bookings, b -> b.credit().key(), String[]::new),
      column(bookings, Booking::reversed, Boolean[]::new),
      column(bookings, b -> b.amount().microEuro(), Long[]::new),
      column(bookings, b -> b.energy().milliWattHours(), Long[]::new)
    };
  }

  private static <T> Object column(
      List<Booking> bookings, Function<Booking, T> value, IntFunction<T[]> array) {
    return bookings.stream().map(value).toArray(array);
  }

  static Booking booking(Row row) {
    boolean reversed = row.getBoolean("reversed");
    Account debit = new Account(row.getString("debit"));
    Account credit = new Account(row.getString("credit"));
    return new Booking(
        reversed ? key(row, credit, debit) : key(row, debit, credit),
        reversed,
        Energy.ofMilliWattHours(row.getLong("energy_milliwatt_hours")),
        Money.ofMicroEuro(row.getLong("amount_micro_euro")));
  }

  static Positions positions(List<Row> rows) {
    return Positions.sum(rows.stream().map(BookingRows::position).toList());
  }

  private static Positions position(Row row) {
    return Positions.of(
        key(row, new Account(row.getString("debit")), new Account(row.getString("credit"))),
        new Position(
            Energy.ofMilliWattHours(row.getLong("energy_milliwatt_hours")),
            Money.ofMicroEuro(row.getLong("amount_micro_euro"))));
  }

  private static PositionKey key(Row row, Account debit, Account credit) {
    return new PositionKey(
        Component.valueOf(row.getString("component")),
        new AccountingPointId(row.getString("accounting_point")),
        row.getString("tariff"),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        debit,
        credit);
  }
}
