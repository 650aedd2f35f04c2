package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.interchange.MemoryTarget;
import org.nachbarstrom.edifact.core.interchange.ReferenceSource;
import org.nachbarstrom.edifact.core.interchange.WrittenInterchange;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** What tests of writing share. */
final class Written {
  static final MarketPartnerCode SENDER = new MarketPartnerCode("9900000000011");
  static final MarketPartnerCode RECIPIENT = new MarketPartnerCode("9900000000029");
  static final MarketPartnerCode GAS_SENDER = new MarketPartnerCode("9800000000013");
  static final MarketPartnerCode GAS_RECIPIENT = new MarketPartnerCode("9800000000021");
  static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  static final MeteredObject LOCATION =
      new MeteredObject(MeteredObject.Kind.MARKET_LOCATION, "51238696781");
  static final MeteredObject METERING_POINT =
      new MeteredObject(MeteredObject.Kind.METERING_POINT, "DE0000019999900000000000000000123");

  private Written() {}

  static ReferenceSource references() {
    AtomicInteger next = new AtomicInteger();
    return () -> "R" + next.incrementAndGet();
  }

  static MsconsHead head(MsconsKind kind) {
    return kind.head("DOC1", NOW, SENDER, RECIPIENT);
  }

  static InterchangeEnvelope envelope(MsconsHead head, ApplicationReference reference) {
    return InterchangeEnvelope.mscons(
        reference, head.sender(), head.recipient(), head.messageTime());
  }

  /** An interchange with these messages, none of them refused. */
  static byte[] bytes(ApplicationReference reference, MsconsContent... contents) {
    return bytes(WriteOptions.DEFAULT, reference, contents);
  }

  static byte[] bytes(
      WriteOptions options, ApplicationReference reference, MsconsContent... contents) {
    MemoryTarget target = new MemoryTarget();
    InterchangeEnvelope envelope = envelope(contents[0].head(), reference);
    try (MsconsWriter writer = new MsconsWriter(envelope, references(), options, target)) {
      for (MsconsContent content : contents) {
        assertThat(writer.add(content)).isInstanceOf(WriteOutcome.Written.class);
      }
      List<WrittenInterchange> interchanges = writer.finish();
      assertThat(interchanges).hasSize(1);
      return target.bytes(interchanges.getFirst());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Why a message is refused. */
  static List<FindingCode> refused(
      WriteOptions options, ApplicationReference reference, MsconsContent content) {
    MemoryTarget target = new MemoryTarget();
    InterchangeEnvelope envelope = envelope(content.head(), reference);
    try (MsconsWriter writer = new MsconsWriter(envelope, references(), options, target)) {
      List<FindingCode> codes =
          switch (writer.add(content)) {
            case WriteOutcome.Refused refused ->
                refused.findings().stream().map(Finding::code).toList();
            case WriteOutcome.Written written -> List.of();
            case WriteOutcome.TooLarge tooLarge -> throw new AssertionError(tooLarge);
          };
      assertThat(writer.finish()).hasSize(codes.isEmpty() ? 1 : 0);
      return codes;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A series of true values of 1 Wh, 2 Wh and so on. */
  static RegisterSeries series(String obis, Interval period) {
    int size = period.quarterHours();
    long[] values = new long[size];
    ValueQuality[] qualities = new ValueQuality[size];
    for (int i = 0; i < size; i++) {
      values[i] = (i + 1) * 1000L;
      qualities[i] = ValueQuality.MEASURED;
    }
    return RegisterSeries.of(ObisCode.parse(obis), period, values, qualities);
  }

  static Interval interval(String from, String to) {
    return new Interval(Instant.parse(from), Instant.parse(to));
  }
}
