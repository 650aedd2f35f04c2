package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment group of the profile: the segment that opens it and what belongs to it. */
final class GroupUse {
  /** In which call of a {@link MessageCheck} its segments come. */
  enum Stage {
    HEAD,
    OBJECT,
    LINE,
    VALUE
  }

  private final int index;
  private final String name;
  private final @Nullable GroupUse parent;
  private final Status status;
  private final Stage stage;
  private final boolean once;
  private final List<SegmentUse> segments = new ArrayList<>();
  private final List<GroupUse> children = new ArrayList<>();

  GroupUse(int index, String name, @Nullable GroupUse parent, Status status) {
    this.index = index;
    this.name = name;
    this.parent = parent;
    this.status = status;
    this.stage = stageOf(name);
    this.once = status.terms().stream().anyMatch(term -> term.number().equals("2001"));
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void add(SegmentUse segment) {
    segments.add(segment);
  }

  int index() {
    return index;
  }

  /** SG1 to SG10; empty for the message itself. */
  String name() {
    return name;
  }

  @Nullable GroupUse parent() {
    return parent;
  }

  Status status() {
    return status;
  }

  List<SegmentUse> segments() {
    return segments;
  }

  List<GroupUse> children() {
    return children;
  }

  SegmentUse trigger() {
    return segments.getFirst();
  }

  Stage stage() {
    return stage;
  }

  private static Stage stageOf(String name) {
    return switch (name) {
      case "SG5", "SG6", "SG7", "SG8" -> Stage.OBJECT;
      case "SG9" -> Stage.LINE;
      case "SG10" -> Stage.VALUE;
      default -> Stage.HEAD;
    };
  }

  /** Whether a missing child of it is known as soon as the call with its own segments ends. */
  boolean settlesEarly(GroupUse child) {
    return child.stage() == stage() && !name.equals("SG5");
  }

  /** Index of the last group within it. */
  int lastGroup() {
    return children.isEmpty() ? index : children.getLast().lastGroup();
  }

  /** Index of the last segment within it. */
  int lastSegment() {
    int own = segments.getLast().index();
    return children.isEmpty() ? own : Math.max(own, children.getLast().lastSegment());
  }

  /** Whether it may come once only. */
  boolean once() {
    return once;
  }

  /** Whether it is the group or within it. */
  boolean within(GroupUse group) {
    for (GroupUse each = this; each != null; each = each.parent) {
      if (each == group) {
        return true;
      }
    }
    return false;
  }
}
