package org.nachbarstrom.edifact.core.mscons.write;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.CodeIssuer;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketPartnerCode;

/** Writes the segments of one message that was checked. */
final class MessageSegments {
  private static final int QUARTER_HOUR_SECONDS = 900;
  private static final long MILLI_WATT_HOURS_PER_WATT_HOUR = 1_000;
  private static final int DECIMALS = 3;

  private final SegmentWriter out;
  private final Optional<SenderContact> contact;
  private final boolean draft;

  MessageSegments(SegmentWriter out, Optional<SenderContact> contact) {
    this(out, contact, false);
  }

  private MessageSegments(SegmentWriter out, Optional<SenderContact> contact, boolean draft) {
    this.out = out;
    this.contact = contact;
    this.draft = draft;
  }

  /** Writes only one value of each quality and status of a load profile. */
  static MessageSegments draft(SegmentWriter out, Optional<SenderContact> contact) {
    return new MessageSegments(out, contact, true);
  }

  /** Writes UNH to UNT into the emptied writer. */
  void write(MsconsContent content, String reference) {
    out.clear();
    MsconsHead head = content.head();
    out.segment("UNH").element(reference);
    out.element("MSCONS", "D", "04B", "UN", head.version()).end();
    writeHead(content);
    out.segment("UNS").element("D").end();
    out.segment("NAD").element("DP").end();
    switch (content) {
      case LoadProfile profile -> writeProfile(profile);
      case RegisterReadings readings -> {
        writeObject(readings.object());
        if (!readings.deviceNumber().isEmpty()) {
          out.segment("RFF").element("MG", readings.deviceNumber()).end();
        }
        writeLines(readings.lines());
      }
      case EnergyQuantities quantities -> {
        writeObject(quantities.object());
        writeLines(quantities.lines());
      }
      case Cancellation cancellation -> out.segment("LOC").element("172").end();
      case OtherSeries other -> throw new IllegalStateException("is not written: " + other.head());
    }
    int count = out.segments() + 1;
    out.segment("UNT").element().number(count, 0).element(reference).end();
  }

  private void writeHead(MsconsContent content) {
    MsconsHead head = content.head();
    boolean cancels = content instanceof Cancellation;
    out.segment("BGM").element(head.documentKind()).element(head.documentNumber());
    out.element(cancels ? "1" : "9").end();
    time("137", head.messageTime().getEpochSecond());
    if (content instanceof Cancellation cancellation && head.reference("ACW").isEmpty()) {
      out.segment("RFF").element("ACW", cancellation.cancelledDocument()).end();
    }
    for (MsconsHead.Reference reference : head.references()) {
      out.segment("RFF").element(reference.qualifier(), reference.value()).end();
    }
    out.segment("RFF").element("Z13", head.checkIdentifier()).end();
    party("MS", head.sender());
    if (head.version().equals(MsconsVersion.V2_4C.code())) {
      contact.ifPresent(this::writeContact);
    }
    party("MR", head.recipient());
  }

  private void party(String role, MarketPartnerCode code) {
    out.segment("NAD").element(role);
    out.element(code.value(), "", CodeIssuer.of(code).messageQualifier()).end();
  }

  private void writeContact(SenderContact known) {
    out.segment("CTA").element("IC").element("", known.name()).end();
    known.phone().ifPresent(phone -> out.segment("COM").element(phone, "TE").end());
    known.email().ifPresent(email -> out.segment("COM").element(email, "EM").end());
  }

  private void writeObject(MeteredObject object) {
    boolean configuration = object.kind() == MeteredObject.Kind.CONFIGURATION;
    out.segment("LOC").element("172").element(configuration ? "" : object.id()).end();
    if (configuration) {
      out.segment("RFF").element("AGK", object.id()).end();
    }
  }

  private void writeProfile(LoadProfile profile) {
    writeObject(profile.object());
    boolean kindTwo =
        profile.head().checkIdentifier().equals(MsconsKind.KIND_TWO_VALUES.checkIdentifier());
    if (!kindTwo) {
      interval(profile.period());
    }
    int line = 1;
    for (RegisterSeries series : profile.series()) {
      line(line++, series.obis().toString(), "SRW");
      if (draft) {
        writeDraft(series);
      } else {
        writeSeries(series);
      }
    }
  }

  private void writeSeries(RegisterSeries series) {
    long start = series.period().start().getEpochSecond();
    for (int i = 0; i < series.size(); i++) {
      writeQuarterHour(series, i, start + (long) i * QUARTER_HOUR_SECONDS);
    }
  }

  private void writeDraft(RegisterSeries series) {
    long start = series.period().start().getEpochSecond();
    for (int i : ValueShape.firstOfEach(series).values()) {
      writeQuarterHour(series, i, start + (long) i * QUARTER_HOUR_SECONDS);
    }
  }

  private void writeQuarterHour(RegisterSeries series, int index, long from) {
    out.segment("QTY").element().component(QuantityCode.of(series.quality(index)));
    out.number(series.milliWattHours(index) / MILLI_WATT_HOURS_PER_WATT_HOUR, DECIMALS).end();
    time("163", from);
    time("164", from + QUARTER_HOUR_SECONDS);
    writeStatus(series.status(index));
  }

  private void writeLines(List<ValueLine> lines) {
    int number = 1;
    for (ValueLine line : lines) {
      line(number++, line.product(), line.productType());
      for (MeteredValue value : line.values()) {
        out.segment("QTY").element().component(value.code()).number(value.number()).end();
        writeTime(value.time());
        writeStatus(value.status());
      }
    }
  }

  private void line(int number, String product, String productType) {
    out.segment("LIN").element().number(number, 0).end();
    out.segment("PIA").element("5").element(product, productType).end();
  }

  private void writeTime(ValueTime time) {
    switch (time) {
      case ValueTime.Span span -> interval(span.interval());
      case ValueTime.Moment moment -> {
        moment
            .readOn()
            .ifPresent(day ->
                out.segment("DTM")
                    .element("9", DateTimeFormatter.BASIC_ISO_DATE.format(day), "102")
                    .end());
        moment.readAt().ifPresent(at -> time("9", at.getEpochSecond()));
        time("7", moment.at().getEpochSecond());
        moment.changedAt().ifPresent(at -> time("60", at.getEpochSecond()));
      }
      case ValueTime.Month month -> throw new IllegalStateException("no month is written");
      case ValueTime.Day day -> throw new IllegalStateException("no day is written");
      case ValueTime.None none -> throw new IllegalStateException("a value has a time");
    }
  }

  private void writeStatus(ValueStatus status) {
    if (ValueStatus.NONE.equals(status)) {
      return;
    }
    status.plausibility().forEach(code -> status("Z33", code));
    status("Z32", status.substitutionMethod());
    status("Z34", status.correctionReason());
    status("Z40", status.substitutionReason());
    status("Z31", status.gasQuality());
    status.basis().forEach(code -> out.segment("STS").element("10").element(code).end());
  }

  private void status(String category, String reason) {
    if (!reason.isEmpty()) {
      out.segment("STS").element(category).element().element(reason).end();
    }
  }

  private void interval(Interval interval) {
    time("163", interval.start().getEpochSecond());
    time("164", interval.end().getEpochSecond());
  }

  private void time(String qualifier, long epochSecond) {
    out.segment("DTM").element().component(qualifier).time(epochSecond).component("303").end();
  }
}
