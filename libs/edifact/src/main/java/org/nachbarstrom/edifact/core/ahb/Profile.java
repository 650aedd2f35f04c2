package org.nachbarstrom.edifact.core.ahb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.mig.MessageForm;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** What the application handbook says about one Prüfidentifikator. Immutable. */
public final class Profile {
  private final Key key;
  private final List<String> applicationReferences;
  private final MessageForm form;
  private final GroupUse root;
  private final List<GroupUse> groups;
  private final List<SegmentUse> segments;
  private final Map<GroupUse.Stage, List<SegmentUse>> byStage;
  private final Set<String> documents;
  private final Set<String> quantities;
  private final boolean judgesSpan;
  private final boolean everyValue;

  /** Names of a profile. */
  record Key(String version, String checkIdentifier, String name) {}

  /** Tables of a profile. */
  record Tables(List<GroupUse> groups, List<SegmentUse> segments) {}

  Profile(Key key, List<String> applicationReferences, MessageForm form, Tables tables) {
    this.key = key;
    this.applicationReferences = List.copyOf(applicationReferences);
    this.form = form;
    this.groups = List.copyOf(tables.groups());
    this.root = groups.getFirst();
    this.segments = List.copyOf(tables.segments());
    this.byStage = segments.stream().collect(Collectors.groupingBy(use -> use.group().stage()));
    this.documents = codes("BGM");
    this.quantities = codes("QTY");
    List<Term> inStatuses =
        segments.stream()
            .flatMap(use -> java.util.stream.Stream.of(use.status(), use.group().status()))
            .map(Status::terms)
            .flatMap(Collection::stream)
            .toList();
    this.judgesSpan = inStatuses.stream().anyMatch(term -> term.number().equals("2"));
    this.everyValue =
        judgesSpan
            || segments.stream().anyMatch(SegmentUse::settlesAtEnd)
            || inStatuses.stream().anyMatch(term -> term.number().equals("2003"));
  }

  private Set<String> codes(String tag) {
    return segments.stream()
        .filter(use -> use.tag().equals(tag))
        .flatMap(use -> use.elements().getFirst().codes().stream())
        .map(CodeUse::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Version of the message description, for example 2.5. */
  public String version() {
    return key.version();
  }

  /** The Prüfidentifikator, five digits. */
  public String checkIdentifier() {
    return key.checkIdentifier();
  }

  /** Its German name in the handbook. */
  public String name() {
    return key.name();
  }

  /** The application references of UNB (0026) that may carry it: EM, VL or TL. */
  public List<String> applicationReferences() {
    return applicationReferences;
  }

  /** Its segments in the order of the message. */
  public List<SegmentUse> segments() {
    return segments;
  }

  /** The name of a segment in the message description; empty if it is none of the profile. */
  public String nameOf(Segment segment) {
    for (SegmentUse use : segments) {
      if (use.matches(segment)) {
        return use.name();
      }
    }
    return "";
  }

  /** A check of one message by this profile, which hands what it finds to the sink. */
  public MessageCheck check(CheckContext context, FindingSink sink) {
    return new ProfileCheck(this, context, sink);
  }

  MessageForm form() {
    return form;
  }

  GroupUse root() {
    return root;
  }

  List<GroupUse> groups() {
    return groups;
  }

  /** The segments that come in a call of a check. */
  List<SegmentUse> segments(GroupUse.Stage stage) {
    return byStage.getOrDefault(stage, List.of());
  }

  /** The codes that BGM 1001 may have. */
  Set<String> documents() {
    return documents;
  }

  /** The codes that QTY 6063 may have. */
  Set<String> quantities() {
    return quantities;
  }

  /** Whether a condition asks how much time the values span. */
  boolean judgesSpan() {
    return judgesSpan;
  }

  /** Whether every value has to be seen, whatever its codes. */
  boolean needsEveryValue() {
    return everyValue;
  }
}
