package org.nachbarstrom.metering.upload;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.reading.Registers;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

/** The register readings of an upload, whatever the order in which they came. */
public final class GatheredReadings {
  /** Readings that one upload may have. */
  public static final int MOST_READINGS = 250_000;

  /** About a month of quarter-hours of one direction; the longest document. */
  private static final int PER_DOCUMENT = 3_000;

  /** Stands for whoever handed the values in where a document of the market names its sender. */
  private static final String SENDER = "upload";

  private final Map<Register, Map<Instant, Sample>> registers = new TreeMap<>(Register.ORDER);
  private int readings;

  /**
   * A register of a meter.
   *
   * @param object where the meter is
   * @param deviceNumber of the meter; empty if not said
   * @param obis the register
   */
  public record Register(MeteredObject object, String deviceNumber, ObisCode obis) {
    private static final Comparator<Register> ORDER =
        Comparator.comparing((Register register) -> register.object.kind())
            .thenComparing(register -> register.object.id())
            .thenComparing(Register::deviceNumber)
            .thenComparing(register -> Registers.name(register.obis));
  }

  private record Sample(BigDecimal value, ValueQuality quality) {}

  /**
   * Adds a reading.
   *
   * @throws ProblemException {@link UploadRejection#UPLOAD_TOO_LARGE}
   */
  public Addition add(Register register, Instant at, BigDecimal value, ValueQuality quality) {
    Map<Instant, Sample> samples = registers.computeIfAbsent(register, any -> new TreeMap<>());
    Sample known = samples.putIfAbsent(at, new Sample(value, quality));
    if (known != null) {
      return known.quality == quality && known.value.compareTo(value) == 0
          ? Addition.AGAIN
          : Addition.CONFLICT;
    }
    if (++readings > MOST_READINGS) {
      throw new ProblemException(
          UploadRejection.UPLOAD_TOO_LARGE,
          "The upload has more than %,d readings.".formatted(MOST_READINGS));
    }
    return Addition.ADDED;
  }

  /** How many readings were added. */
  public int size() {
    return readings;
  }

  /**
   * The readings as documents of at most 3000, the same ones whenever the same readings were added:
   * what is not written leaves its place in its document empty.
   *
   * @param origin of the upload; its reference numbers the documents
   * @param written which readings are
   */
  public List<ReadingDelivery> documents(
      Origin origin, BiPredicate<MeteredObject, Instant> written) {
    List<ReadingDelivery> documents = new ArrayList<>();
    registers.forEach((register, samples) -> {
      List<Reading> part = new ArrayList<>();
      samples.forEach((at, sample) -> {
        part.add(reading(register.obis, at, sample));
        if (part.size() == PER_DOCUMENT) {
          documents.add(document(register, origin, documents.size(), part));
          part.clear();
        }
      });
      if (!part.isEmpty()) {
        documents.add(document(register, origin, documents.size(), part));
      }
    });
    return documents.stream()
        .map(document -> only(document, written))
        .filter(document -> !document.readings().isEmpty())
        .toList();
  }

  private static ReadingDelivery only(
      ReadingDelivery document, BiPredicate<MeteredObject, Instant> written) {
    return new ReadingDelivery(
        document.source(),
        document.object(),
        document.deviceNumber(),
        document.readings().stream()
            .filter(reading -> written.test(document.object(), reading.at()))
            .toList());
  }

  private static Reading reading(ObisCode obis, Instant at, Sample sample) {
    return new Reading(obis, sample.value, sample.quality, at, null, null, null, ValueStatus.NONE);
  }

  private static ReadingDelivery document(
      Register register, Origin origin, int index, List<Reading> readings) {
    String number = origin.reference() + "/" + (index + 1);
    return new ReadingDelivery(
        new SourceDocument(
            SENDER, number, new Origin(origin.messageTime(), origin.receivedAt(), number)),
        register.object,
        register.deviceNumber,
        readings);
  }
}
