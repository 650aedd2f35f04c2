package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.mig.SegmentForm;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** A segment of the profile: one tag with one qualifier at one place of the message. */
public final class SegmentUse {
  private final int index;
  private final GroupUse group;
  private final Title title;
  private final boolean hasQualifier;
  private final Status status;
  private final List<ElementUse> elements;
  private final SegmentForm form;
  private final int most;
  private final ElementUse[][] byPlace;
  private final boolean settlesAtEnd;

  /** Tag and name in the message description. */
  record Title(String tag, String name) {}

  /** What a segment has besides its elements. */
  record Frame(int index, GroupUse group, Title title, Status status, int most) {}

  SegmentUse(Frame frame, List<ElementUse> elements, SegmentForm form) {
    this.index = frame.index();
    this.group = frame.group();
    this.title = frame.title();
    this.hasQualifier = hasQualifier(title.tag());
    this.status = frame.status();
    this.most = frame.most();
    this.elements = List.copyOf(elements);
    this.form = form;
    this.byPlace = new ElementUse[form.elements().size()][];
    for (int i = 0; i < byPlace.length; i++) {
      byPlace[i] = new ElementUse[form.elements().get(i).size()];
    }
    this.settlesAtEnd =
        elements.stream()
            .flatMap(element -> element.codes().stream())
            .anyMatch(code -> code.status().settled() == Term.Settled.AT_END);
    elements.forEach(each -> byPlace[each.element() - 1][each.component() - 1] = each);
  }

  /** Segment group, for example SG10; empty outside groups. */
  public String groupName() {
    return group.name();
  }

  /** Its tag. */
  public String tag() {
    return title.tag();
  }

  /** Its German name in the message description. */
  public String name() {
    return title.name();
  }

  /** Status expression of the group that it opens; empty where it opens none. */
  public String groupStatusText() {
    return opensGroup() && group.parent() != null ? group.status().text() : "";
  }

  /** Status expression of the segment in its group. */
  public String statusText() {
    return status.text();
  }

  /** Its data elements in the order of the segment. */
  public List<ElementUse> elements() {
    return elements;
  }

  /** The qualifiers by which it is told from others of its tag; empty where it has none. */
  public List<String> qualifiers() {
    return hasQualifier() ? qualifier().codes().stream().map(CodeUse::code).toList() : List.of();
  }

  /** Numbers of all conditions, hints and formats of the segment and its elements, in order. */
  public List<String> numbers() {
    List<Term> terms = new ArrayList<>(opensGroup() ? group.status().terms() : List.of());
    terms.addAll(status.terms());
    for (ElementUse element : elements) {
      terms.addAll(element.status().terms());
      element.codes().forEach(code -> terms.addAll(code.status().terms()));
    }
    return terms.stream().map(Term::number).distinct().toList();
  }

  int index() {
    return index;
  }

  GroupUse group() {
    return group;
  }

  Status status() {
    return status;
  }

  SegmentForm form() {
    return form;
  }

  /** How often it may come in its group; 0 without limit. */
  int most() {
    return most;
  }

  boolean opensGroup() {
    return group.trigger() == this;
  }

  ElementUse qualifier() {
    return elements.getFirst();
  }

  boolean hasQualifier() {
    return hasQualifier;
  }

  private static boolean hasQualifier(String tag) {
    return switch (tag) {
      case "DTM", "RFF", "NAD", "CTA", "LOC", "CCI", "PIA", "STS" -> true;
      default -> false;
    };
  }

  boolean matches(Segment segment) {
    return segment.tag().equals(tag())
        && (!hasQualifier()
            || qualifier().code(segment.text(qualifier().element(), qualifier().component()))
                != null);
  }

  /** The element of a place, or null if the profile has none there. */
  @org.jspecify.annotations.Nullable
  ElementUse at(int element, int component) {
    if (element > byPlace.length || component > byPlace[element - 1].length) {
      return null;
    }
    return byPlace[element - 1][component - 1];
  }

  /** Whether one of its codes can be judged only at the end of the message. */
  boolean settlesAtEnd() {
    return settlesAtEnd;
  }
}
