package org.nachbarstrom.edifact.core.ahb;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.mig.NumberText;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** What the conditions of the handbook ask about, as far as the message has been read. */
final class Facts {
  /** A place of the message: the object of SG6. */
  record ObjectFacts(
      boolean named, String location, boolean configuration, boolean configurationValue) {
    static final ObjectFacts NONE = new ObjectFacts(false, "", false, false);
  }

  /** Times of a value (SG10); those not sent are {@link TimeText#NONE}. */
  static final class ValueTimes {
    TimeText begin = TimeText.NONE;
    TimeText end = TimeText.NONE;
    TimeText use = TimeText.NONE;
    TimeText reading = TimeText.NONE;
    TimeText change = TimeText.NONE;
    boolean hasBegin;
    boolean hasUse;
  }

  final CheckContext context;
  private final Profile profile;

  /** Terms that judge a value are left out: only what stands around it counts. */
  boolean withoutValues;

  /** Whether the group in question comes as often as it has to. */
  Verdict repetition = Verdict.TRUE;

  String document = "";
  PartnerFacts sender = PartnerFacts.UNKNOWN;
  PartnerFacts recipient = PartnerFacts.UNKNOWN;
  TimeText messageTime = TimeText.NONE;
  ObjectFacts object = ObjectFacts.NONE;
  String register = "";
  String registerKind = "";
  boolean lineHasBegin;
  boolean lineHasUse;
  final Set<String> registers = new HashSet<>();
  String quantity = "";
  ValueTimes times = new ValueTimes();
  TimeText firstBegin = TimeText.NONE;
  TimeText lastEnd = TimeText.NONE;

  /** What the line has in STS+10, and whether the value in question is first or last. */
  Set<String> bases = Set.of();

  boolean earliest;
  boolean latest;

  /** The segment and the value that are judged. */
  Segment segment = new Segment(0, "", List.of());

  String value = "";
  TimeText time = TimeText.NONE;
  NumberText number = new NumberText(false, 0, 0);
  boolean aboutSender;

  Facts(CheckContext context, Profile profile) {
    this.context = context;
    this.profile = profile;
  }

  void readHead(List<Segment> segments) {
    for (Segment each : segments) {
      String qualifier = each.text(1, 1);
      switch (each.tag()) {
        case "BGM" -> document = profile.documents().contains(qualifier) ? qualifier : "";
        case "DTM" -> messageTime = qualifier.equals("137") ? timeOf(each) : messageTime;
        default -> {
          // parties are read below, when the time of the message is known
        }
      }
    }
    for (Segment each : segments) {
      switch (each.tag() + each.text(1, 1)) {
        case "NADMS" -> sender = partner(each, context.header().senderQualifier());
        case "NADMR" -> recipient = partner(each, context.header().recipientQualifier());
        default -> {
          // no party
        }
      }
    }
  }

  private PartnerFacts partner(Segment party, String qualifier) {
    Instant at =
        messageTime.isInstant()
            ? Instant.ofEpochSecond(messageTime.epochSecond())
            : context.latestCreation();
    return PartnerFacts.of(party.text(2, 1), party.text(2, 3), qualifier, context.partners(), at);
  }

  void readObject(List<Segment> segments) {
    boolean begins = segments.stream().anyMatch(each -> each.tag().equals("NAD"));
    boolean named = !begins && object.named();
    String location = begins ? "" : object.location();
    boolean configuration = false;
    boolean configurationValue = false;
    for (Segment each : segments) {
      if (each.tag().equals("LOC") && !each.text(1, 1).equals("237")) {
        named = true;
        location = each.text(2, 1);
      } else if (each.tag().equals("RFF") && each.text(1, 1).equals("AGK")) {
        configuration = true;
        configurationValue = !each.text(1, 2).isEmpty();
      }
    }
    object = new ObjectFacts(named, location, configuration, configurationValue);
  }

  void readLine(List<Segment> segments) {
    register = "";
    registerKind = "";
    lineHasBegin = false;
    lineHasUse = false;
    for (Segment each : segments) {
      if (each.tag().equals("PIA")) {
        register = each.text(2, 1);
        registerKind = each.text(2, 2);
      }
    }
    registers.add(register);
  }

  void readValue(List<Segment> segments) {
    quantity = "";
    times = new ValueTimes();
    for (int i = 0; i < segments.size(); i++) {
      Segment each = segments.get(i);
      if (each.tag().equals("QTY")) {
        quantity = profile.quantities().contains(each.text(1, 1)) ? each.text(1, 1) : "";
      } else if (each.tag().equals("DTM")) {
        readTime(each.text(1, 1), each);
      }
    }
    lineHasBegin |= times.hasBegin;
    lineHasUse |= times.hasUse;
    if (profile.judgesSpan()) {
      extendSpan();
    }
  }

  private void readTime(String qualifier, Segment dtm) {
    switch (qualifier) {
      case "163" -> {
        times.hasBegin = true;
        times.begin = timeOf(dtm);
      }
      case "164" -> times.end = timeOf(dtm);
      case "7" -> {
        times.hasUse = true;
        times.use = timeOf(dtm);
      }
      case "9" -> times.reading = timeOf(dtm);
      case "60" -> times.change = timeOf(dtm);
      default -> {
        // other times decide nothing
      }
    }
  }

  private static TimeText timeOf(Segment dtm) {
    return TimeText.parse(dtm.text(1, 2), dtm.text(1, 3));
  }

  private void extendSpan() {
    TimeText begin = times.begin;
    TimeText end = times.end;
    boolean first = !firstBegin.isInstant() || begin.epochSecond() < firstBegin.epochSecond();
    firstBegin = begin.isInstant() && first ? begin : firstBegin;
    boolean last = !lastEnd.isInstant() || end.epochSecond() > lastEnd.epochSecond();
    lastEnd = end.isInstant() && last ? end : lastEnd;
  }

  /** Turns to a component of a segment, so that terms judge its value. */
  void judge(Segment judged, ElementUse element) {
    segment = judged;
    value = judged.text(element.element(), element.component());
    aboutSender = judged.tag().equals("NAD") && judged.text(1, 1).equals("MS");
    if (element.isTime()) {
      time = timeOf(judged);
    }
    if (element.isNumber()) {
      Optional<NumberText> shape = NumberText.of(value, context.notation());
      number = shape.orElse(new NumberText(false, 0, 0));
    }
  }
}
