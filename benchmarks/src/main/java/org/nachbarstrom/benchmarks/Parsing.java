package org.nachbarstrom.benchmarks;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Ways to read an interchange that is in memory. */
final class Parsing {
  /**
   * What all messages hold together.
   *
   * @param count number of values
   * @param milliWattHours their sum, 10⁻⁶ kWh
   */
  record Values(int count, long milliWattHours) {}

  private static final int UNA_LENGTH = 9;
  private static final int TO_MILLI_WATT_HOURS = 6;

  private Parsing() {}

  /** Ours: syntax, structure, application handbook, times and values, all checked. */
  static Values msconsReader(byte[] interchange) throws IOException {
    MsconsReader reader =
        new MsconsReader(new ByteArrayInputStream(interchange), ReadOptions.DEFAULT);
    int count = 0;
    long sum = 0;
    for (var message = reader.next(); message.isPresent(); message = reader.next()) {
      for (RegisterSeries series : profile(message.get()).series()) {
        count += series.size();
        for (int i = 0; i < series.size(); i++) {
          sum += series.milliWattHours(i);
        }
      }
    }
    if (!reader.result().syntaxValid()) {
      throw new IllegalStateException("The interchange has errors: " + reader.result());
    }
    return new Values(count, sum);
  }

  /** The load profiles of an interchange. */
  static List<LoadProfile> profiles(byte[] interchange) throws IOException {
    List<LoadProfile> profiles = new ArrayList<>();
    MsconsReader.read(
        new ByteArrayInputStream(interchange),
        ReadOptions.DEFAULT,
        message -> profiles.add(profile(message)));
    return profiles;
  }

  /** Ours on an interchange with errors: counts findings. */
  static int findings(byte[] interchange) throws IOException {
    MsconsReader reader =
        new MsconsReader(new ByteArrayInputStream(interchange), ReadOptions.DEFAULT);
    int findings = 0;
    for (var message = reader.next(); message.isPresent(); message = reader.next()) {
      if (message.get() instanceof MessageResult.Refused refused) {
        findings += refused.findingCount();
      }
    }
    return findings;
  }

  private static LoadProfile profile(MessageResult message) {
    return switch (message) {
      case MessageResult.Accepted accepted -> (LoadProfile) accepted.content();
      case MessageResult.Acknowledgement other ->
          throw new IllegalStateException("Not an MSCONS: " + other.facts());
      case MessageResult.Refused refused ->
          throw new IllegalStateException("A message was refused: " + refused.findings());
    };
  }

  /** Ours, syntax only: segments, elements and components are split; counts segments. */
  static int segmentReader(byte[] interchange) throws IOException {
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(interchange), SegmentLimits.DEFAULT);
    int segments = 0;
    while (true) {
      switch (reader.next()) {
        case SEGMENT -> segments++;
        case END -> {
          return segments;
        }
        case FAILED -> throw new IllegalStateException("Failed: " + reader.failure());
      }
    }
  }

  /**
   * StAEDI, raw: pulls every event, looks at none; counts segments. Without its own check of the
   * service segments, so that it does as little as it can.
   */
  static int staediEvents(byte[] interchange) throws IOException, EDIStreamException {
    int segments = 0;
    try (EDIStreamReader reader = staedi(interchange)) {
      while (reader.hasNext()) {
        if (reader.next() == EDIStreamEvent.START_SEGMENT) {
          segments++;
        }
      }
    }
    return segments;
  }

  /** StAEDI with what anybody needs at least: the quantities as exact numbers. No checks. */
  static Values staediValues(byte[] interchange) throws IOException, EDIStreamException {
    int count = 0;
    long sum = 0;
    boolean quantity = false;
    try (EDIStreamReader reader = staedi(interchange)) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        if (event == EDIStreamEvent.START_SEGMENT) {
          quantity = reader.getText().equals("QTY");
        } else if (quantity
            && event == EDIStreamEvent.ELEMENT_DATA
            && reader.getLocation().getComponentPosition() == 2) {
          count++;
          sum +=
              new BigDecimal(reader.getText()).movePointRight(TO_MILLI_WATT_HOURS).longValueExact();
        }
      }
    }
    return new Values(count, sum);
  }

  private static EDIStreamReader staedi(byte[] interchange) {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    return factory.createEDIStreamReader(new ByteArrayInputStream(interchange));
  }

  /** The limit: looks at every byte once; counts terminators behind UNA. */
  static int byteScan(byte[] interchange) {
    int terminators = 0;
    for (int i = UNA_LENGTH; i < interchange.length; i++) {
      if (interchange[i] == '\'') {
        terminators++;
      }
    }
    return terminators;
  }
}
