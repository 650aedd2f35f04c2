package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps documents and what they say. All calls belong to the current transaction of the tenant. */
public interface DocumentStore {
  /**
   * Adds a document; one that is known already, by its reference, changes nothing. Fails with
   * {@link ReadingRejection#REFERENCE_REUSED} if the known one has another number, message time or
   * object.
   */
  Uni<Void> append(Tenant tenant, ReceivedDocument document, Instant recordedAt);

  /** Keeps others from the same work until this transaction ends. */
  Uni<Void> lock(Tenant tenant, String work);

  /** Which readings the documents of the number say, by object. */
  Uni<List<Moments>> moments(String sender, String documentNumber);

  /**
   * From the first to the last moment or period that the documents of the number say anything of,
   * by object.
   */
  Uni<List<Moments>> periods(String sender, String documentNumber);

  /**
   * By moment the message time of the newest document that says a reading of it, counting or not,
   * or that cancels one that does.
   */
  Uni<Map<Instant, Instant>> newestMessages(Query query);

  /** The readings that count, in the order of device, register and moment. */
  Uni<List<KnownReading>> readings(Query query);

  /**
   * Of the readings that count those that tell a snapshot what it needs: of each register of each
   * meter the first one, and by quality the last one of a change of the meter and the last other
   * one.
   */
  Uni<List<KnownReading>> firstAndLastReadings(Query query);

  /** The quantities that count, in the order of purpose, register and period. */
  Uni<List<KnownQuantity>> quantities(Query query);

  /**
   * Asks for what was known.
   *
   * @param objectId id of the metered object
   * @param interval moments of readings, both ends included; quantities whose period overlaps it
   * @param asKnownAt a frozen snapshot instant, or the recording instant of the transaction
   */
  record Query(String objectId, Interval interval, Instant asKnownAt) {}

  /**
   * Moments of readings.
   *
   * @param object where the meter is
   * @param interval from the first to the last moment, or a little after it
   */
  record Moments(MeteredObject object, Interval interval) {}

  /**
   * A reading that counts.
   *
   * @param object where the meter is
   * @param deviceNumber number of the meter; empty if not said
   * @param reading what it showed
   * @param source who said so
   */
  record KnownReading(
      MeteredObject object, String deviceNumber, Reading reading, SourceDocument source) {}

  /**
   * A quantity that counts.
   *
   * @param object what it belongs to
   * @param purpose what it is said for
   * @param quantity the value
   * @param source who said so
   */
  record KnownQuantity(
      MeteredObject object,
      QuantityPurpose purpose,
      EnergyQuantity quantity,
      SourceDocument source) {}
}
