package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** The groups of a message that are open, what came in them, and what is missing at their end. */
final class OpenGroups {
  /** How a segment fits in. */
  enum Placement {
    /** It belongs to an open group or opens one. */
    FITS,
    /** Its group did not come; that is reported, the segment needs no finding of its own. */
    ORPHANED,
    /** Its group came, but is over. */
    MISPLACED
  }

  private final Profile profile;
  private final Facts facts;
  private final Findings findings;
  private final LateChecks late;
  private final List<GroupUse> open = new ArrayList<>();
  private final @Nullable Segment[] seen;
  private final int[] segmentCounts;
  private final int[] groupCounts;
  private final boolean[] everOpen;
  private final boolean[] settled;
  private final Map<GroupUse.Stage, List<String>> strays = new EnumMap<>(GroupUse.Stage.class);

  OpenGroups(Profile profile, Facts facts, Findings findings, LateChecks late) {
    this.profile = profile;
    this.facts = facts;
    this.findings = findings;
    this.late = late;
    this.seen = new Segment[profile.segments().size()];
    this.segmentCounts = new int[profile.segments().size()];
    this.groupCounts = new int[profile.groups().size()];
    this.everOpen = new boolean[profile.groups().size()];
    this.settled = new boolean[profile.groups().size()];
    open.add(profile.root());
  }

  /** Puts a segment where it belongs. */
  Placement place(SegmentUse use, Segment segment) {
    GroupUse group = use.group();
    GroupUse parent = group.parent();
    if (parent != null && use.opensGroup()) {
      boolean sameStage = parent.stage() == group.stage() && parent != profile.root();
      if (sameStage && everOpen[parent.index()] && !open.contains(parent)) {
        return Placement.MISPLACED;
      }
      open(group, parent);
    } else if (!open.contains(group)) {
      return everOpen[group.index()] ? Placement.MISPLACED : Placement.ORPHANED;
    }
    seen[use.index()] = segment;
    segmentCounts[use.index()]++;
    return Placement.FITS;
  }

  private void open(GroupUse group, GroupUse parent) {
    while (!parent.within(open.getLast())) {
      close();
    }
    int count = groupCounts[group.index()];
    Arrays.fill(groupCounts, group.index(), group.lastGroup() + 1, 0);
    groupCounts[group.index()] = count + 1;
    int first = group.trigger().index();
    Arrays.fill(seen, first, group.lastSegment() + 1, null);
    Arrays.fill(segmentCounts, first, group.lastSegment() + 1, 0);
    everOpen[group.index()] = true;
    settled[group.index()] = false;
    open.add(group);
  }

  /** How often a segment came in its group, or its group in the one around it. */
  int count(SegmentUse use) {
    return use.opensGroup() && use.group().parent() != null
        ? groupCounts[use.group().index()]
        : segmentCounts[use.index()];
  }

  /** A segment that the profile does not know; one of its tag is then not missed. */
  void stray(GroupUse.Stage stage, String tag) {
    strays.computeIfAbsent(stage, any -> new ArrayList<>()).add(tag);
  }

  void forgetStrays(GroupUse.Stage stage) {
    strays.remove(stage);
  }

  /** The segments of a call are all there. */
  void end(GroupUse.Stage stage) {
    while (open.size() > 1 && closesWith(stage, open.getLast())) {
      close();
    }
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).stage() == stage) {
        settle(open.get(i));
      }
    }
  }

  /** Groups of the head and values are over with their call, other groups go on. */
  private static boolean closesWith(GroupUse.Stage stage, GroupUse group) {
    return group.stage() == stage
        && (stage == GroupUse.Stage.HEAD || stage == GroupUse.Stage.VALUE);
  }

  /** The message is over. */
  void end() {
    while (!open.isEmpty()) {
      close();
    }
    open.add(profile.root());
  }

  private void close() {
    GroupUse group = open.removeLast();
    settle(group);
    for (GroupUse child : group.children()) {
      if (!group.settlesEarly(child)) {
        settleChild(child);
      }
    }
  }

  private void settle(GroupUse group) {
    if (settled[group.index()]) {
      return;
    }
    settled[group.index()] = true;
    for (SegmentUse use : group.segments()) {
      if (seen[use.index()] == null && !use.status().has(TermKind.REPETITION)) {
        missing(use, use.status());
      }
    }
    for (GroupUse child : group.children()) {
      if (group.settlesEarly(child)) {
        settleChild(child);
      }
    }
  }

  private void settleChild(GroupUse child) {
    int count = groupCounts[child.index()];
    if (count == 0) {
      missing(child.trigger(), child.status());
    } else if (child.status().has(TermKind.REPETITION)) {
      Segment last = before(child.trigger().index() + 1);
      Repetition.of(child.status())
          .check(count, facts)
          .ifPresent(code -> report(code, child.trigger(), last, count));
    }
  }

  private void report(FindingCode code, SegmentUse use, @Nullable Segment at, int count) {
    if (at != null) {
      String text = use.tag() + " comes " + count + " times: " + use.group().status();
      findings.segment(code, at, use, text);
    }
  }

  private void missing(SegmentUse use, Status status) {
    Segment before = before(use.index());
    if (before == null) {
      return;
    }
    boolean waits = late.waits(status, use.group().stage());
    if ((!waits && !status.required(facts)) || takeStray(use)) {
      return;
    }
    if (waits) {
      late.missing(status, use, before);
    } else {
      findings.missing(
          FindingCode.REQUIRED_ITEM_MISSING, before, use, use.tag() + " is missing: " + status);
    }
  }

  private boolean takeStray(SegmentUse use) {
    return strays.getOrDefault(use.group().stage(), new ArrayList<>()).remove(use.tag());
  }

  /** The last segment that came before the place of another. */
  private @Nullable Segment before(int index) {
    for (int i = index - 1; i >= 0; i--) {
      Segment segment = seen[i];
      if (segment != null) {
        return segment;
      }
    }
    return null;
  }
}
