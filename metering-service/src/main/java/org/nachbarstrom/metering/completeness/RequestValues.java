package org.nachbarstrom.metering.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Notes that somebody asked the sender for values of a point. */
@ApplicationScoped
public class RequestValues {
  private static final DeliveryCalendar MARKET = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));

  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final AccountingPoints points;
  private final ValueRequests requests;

  RequestValues(
      TenantTransactions transactions,
      RecordingClock clock,
      AccountingPoints points,
      ValueRequests requests) {
    this.transactions = transactions;
    this.clock = clock;
    this.points = points;
    this.requests = requests;
  }

  /**
   * Notes a request; the same again answers the one that is known. Without a key, requests for the
   * same days on the same local day of the market are the same. Fails with {@link
   * CompletenessRejection#VALUE_REQUEST_REUSED} if the known one says something else, and with
   * {@link AccountingPointRejection#UNKNOWN_ACCOUNTING_POINT} if the point is not declared.
   */
  public Uni<Noted> request(Tenant tenant, Wish wish, Optional<String> key) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> points.find(wish.accountingPoint()))
                .invoke(found -> requireDeclared(wish.accountingPoint(), found.isPresent()))
                .chain(found -> requests.lock(tenant, wish.accountingPoint()))
                .chain(locked -> clock.now(tenant))
                .chain(now -> note(tenant, wish, named(wish, key, now), now)));
  }

  private static void requireDeclared(AccountingPointId point, boolean declared) {
    if (!declared) {
      throw new ProblemException(
          AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT, "'" + point + "' is not declared.");
    }
  }

  private static String named(Wish wish, Optional<String> key, Instant now) {
    return key.map(given -> "key " + given)
        .orElseGet(() -> "day " + MARKET.dayOf(now) + " " + wish.days());
  }

  private Uni<Noted> note(Tenant tenant, Wish wish, String key, Instant now) {
    return requests
        .find(wish.accountingPoint(), key)
        .chain(known -> {
          if (known.isPresent()) {
            return Uni.createFrom().item(new Noted(same(wish, known.get()), false));
          }
          ValueRequest request =
              new ValueRequest(wish.accountingPoint(), wish.days(), wish.note(), now);
          return requests.append(tenant, key, request).replaceWith(new Noted(request, true));
        });
  }

  private static ValueRequest same(Wish wish, ValueRequest known) {
    if (!known.days().equals(wish.days()) || !known.note().equals(wish.note())) {
      throw new ProblemException(
          CompletenessRejection.VALUE_REQUEST_REUSED,
          "At %s values of %s were asked for, with the note '%s'."
              .formatted(known.requestedAt(), known.days(), known.note()));
    }
    return known;
  }

  /**
   * What is to be noted.
   *
   * @param accountingPoint whose values
   * @param days local dates of the market, with an end
   * @param note for people; empty if there is none
   */
  public record Wish(AccountingPointId accountingPoint, DateRange days, String note) {}

  /**
   * A request.
   *
   * @param request as it is kept
   * @param first whether it was not known before
   */
  public record Noted(ValueRequest request, boolean first) {}
}
