package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mig.SegmentFault;
import org.nachbarstrom.edifact.core.mig.SegmentForm;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Checks one message by a profile. */
final class ProfileCheck implements MessageCheck {
  private final Profile profile;
  private final Findings findings;
  private final Facts facts;
  private final ElementCheck elements;
  private final LateChecks late;
  private final EnergyBases bases;
  private final OpenGroups groups;
  private final ValueRules rules;
  private final List<ValueRules.Taken> taken = new ArrayList<>();

  ProfileCheck(Profile profile, CheckContext context, FindingSink sink) {
    this.profile = profile;
    this.findings = new Findings(sink);
    this.facts = new Facts(context, profile);
    this.elements = new ElementCheck(facts, findings);
    this.late = new LateChecks(facts, findings);
    this.bases = new EnergyBases(profile, facts, findings);
    this.groups = new OpenGroups(profile, facts, findings, late);
    this.rules = new ValueRules(facts);
  }

  @Override
  public void head(List<Segment> segments) {
    facts.readHead(segments);
    checkApplicationReference(segments);
    groups.forgetStrays(GroupUse.Stage.HEAD);
    take(segments, GroupUse.Stage.HEAD);
  }

  private void checkApplicationReference(List<Segment> segments) {
    String reference = facts.context.header().applicationReference();
    boolean known = profile.applicationReferences().contains(reference);
    if (!known && !reference.isEmpty() && !segments.isEmpty()) {
      String text =
          "UNB has application reference "
              + reference
              + ", "
              + profile.checkIdentifier()
              + " is sent under "
              + String.join(" or ", profile.applicationReferences());
      findings.segment(
          FindingCode.CODE_NOT_ALLOWED, segments.getFirst(), profile.segments().getFirst(), text);
    }
  }

  @Override
  public void object(List<Segment> segments) {
    facts.readObject(segments);
    if (segments.stream().anyMatch(each -> each.tag().equals("NAD"))) {
      groups.forgetStrays(GroupUse.Stage.OBJECT);
    }
    take(segments, GroupUse.Stage.OBJECT);
    if (facts.object.named()) {
      late.withObject();
    }
  }

  @Override
  public void line(List<Segment> segments) {
    facts.readLine(segments);
    groups.forgetStrays(GroupUse.Stage.LINE);
    bases.beginLine();
    take(segments, GroupUse.Stage.LINE);
  }

  @Override
  public Optional<ValueRule> value(List<Segment> segments) {
    int before = findings.count();
    facts.readValue(segments);
    groups.forgetStrays(GroupUse.Stage.VALUE);
    elements.beginGroup();
    taken.clear();
    if (profile.needsEveryValue()) {
      bases.value(segments);
    }
    take(segments, GroupUse.Stage.VALUE);
    boolean clean = findings.count() == before;
    return clean && !profile.needsEveryValue() ? rules.of(taken) : Optional.empty();
  }

  @Override
  public void finish() {
    bases.endLine();
    groups.end();
    late.atEnd();
    bases.judge(elements);
  }

  private void take(List<Segment> segments, GroupUse.Stage stage) {
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      SegmentUse use = find(segment, stage);
      if (use == null) {
        stray(segment, stage);
      } else {
        take(use, segment);
      }
    }
    groups.end(stage);
  }

  private @Nullable SegmentUse find(Segment segment, GroupUse.Stage stage) {
    List<SegmentUse> uses = profile.segments(stage);
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).matches(segment)) {
        return uses.get(i);
      }
    }
    return null;
  }

  private void take(SegmentUse use, Segment segment) {
    switch (groups.place(use, segment)) {
      case MISPLACED -> {
        String text = use.tag() + " stands outside " + use.groupName();
        findings.segment(FindingCode.ITEM_NOT_ALLOWED, segment, use, text);
      }
      case ORPHANED -> elements.check(use, segment);
      case FITS -> fitting(use, segment);
    }
  }

  private void fitting(SegmentUse use, Segment segment) {
    boolean opens = use.opensGroup() && use.group().parent() != null;
    if (opens && use.group().stage() == GroupUse.Stage.HEAD) {
      elements.beginGroup();
    }
    int most = opens && use.group().once() ? 1 : use.most();
    if (most > 0 && groups.count(use) > most) {
      repeated(use, segment, most);
    } else if (allowed(opens ? use.group().status() : use.status(), use, segment)) {
      inside(use, segment);
    }
  }

  /** Reports a segment that comes too often, once for all of them. */
  private void repeated(SegmentUse use, Segment segment, int most) {
    if (groups.count(use) == most + 1) {
      String text = use.tag() + " comes more than " + most + " times";
      findings.segment(FindingCode.REPETITION_EXCEEDED, segment, use, text);
    }
  }

  private boolean allowed(Status status, SegmentUse use, Segment segment) {
    if (late.waits(status, use.group().stage())) {
      late.present(status, use, segment);
      return true;
    }
    return !late.notAllowed(status, use, segment);
  }

  private void inside(SegmentUse use, Segment segment) {
    elements.check(use, segment);
    if (use.group().stage() == GroupUse.Stage.VALUE) {
      taken.add(new ValueRules.Taken(use, segment));
      if (use.settlesAtEnd()) {
        bases.basis(use, segment);
      }
    }
  }

  /** A segment that is none of the profile. */
  private void stray(Segment segment, GroupUse.Stage stage) {
    Optional<SegmentForm> form = profile.form().segment(segment.tag());
    List<SegmentFault> faults =
        form.map(each -> each.faults(segment, facts.context.notation())).orElse(List.of());
    List<SegmentUse> alike =
        profile.segments(stage).stream().filter(use -> use.tag().equals(segment.tag())).toList();
    if (!faults.isEmpty()) {
      elements.report(faults, "", segment);
    } else if (alike.isEmpty()) {
      String text = segment.tag() + " is not foreseen here for " + profile.checkIdentifier();
      findings.at(FindingCode.ITEM_NOT_ALLOWED, segment, "", FindingSink.Place.SEGMENT, text);
    } else {
      unknownQualifier(segment, alike);
    }
    if (!alike.isEmpty()) {
      groups.stray(stage, segment.tag());
    }
  }

  private void unknownQualifier(Segment segment, List<SegmentUse> alike) {
    ElementUse qualifier = alike.getFirst().qualifier();
    List<String> known = alike.stream().flatMap(use -> use.qualifiers().stream()).toList();
    String text =
        segment.tag()
            + " "
            + qualifier.name()
            + " is '"
            + segment.text(qualifier.element(), qualifier.component())
            + "', not one of "
            + String.join(", ", known);
    findings.at(FindingCode.CODE_NOT_ALLOWED, segment, "", qualifier.place(), text);
  }
}
