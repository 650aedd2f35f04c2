package org.nachbarstrom.edifact.core.mig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * The elements of a segment.
 *
 * @param tag its tag
 * @param elements the components of each element after the tag
 */
public record SegmentForm(String tag, List<List<ElementForm>> elements) {
  /** A form. */
  public SegmentForm {
    elements = elements.stream().map(List::copyOf).toList();
  }

  /** Reads {@code TAG + component component + component}. */
  static SegmentForm parse(String line) {
    String[] parts = line.split(" \\+ ", -1);
    List<List<ElementForm>> elements = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      List<ElementForm> components = new ArrayList<>();
      for (String component : parts[i].trim().split(" ", -1)) {
        components.add(ElementForm.parse(component));
      }
      elements.add(components);
    }
    return new SegmentForm(parts[0], elements);
  }

  /** What is wrong with a segment of this form; empty if nothing is. */
  public List<SegmentFault> faults(Segment segment, NumberText.Notation notation) {
    List<SegmentFault> faults = List.of();
    for (int element = 1; element <= elements.size(); element++) {
      List<ElementForm> components = elements.get(element - 1);
      for (int component = 1; component <= components.size(); component++) {
        ElementForm form = components.get(component - 1);
        String value = segment.text(element, component);
        Optional<FindingCode> code = judge(form, value, notation);
        if (code.isPresent()) {
          String text = text(form, value, code.get());
          faults = with(faults, new SegmentFault(code.get(), element, component, text));
        }
      }
    }
    return surplus(segment, faults);
  }

  private static Optional<FindingCode> judge(
      ElementForm form, String value, NumberText.Notation notation) {
    if (value.isEmpty()) {
      return form.mandatory() ? Optional.of(FindingCode.ELEMENT_MISSING) : Optional.empty();
    }
    return form.fault(value, notation);
  }

  private List<SegmentFault> surplus(Segment segment, List<SegmentFault> faults) {
    List<List<String>> sent = segment.elements();
    for (int element = 1; element <= sent.size(); element++) {
      int known = element > elements.size() ? 0 : elements.get(element - 1).size();
      List<String> components = sent.get(element - 1);
      for (int component = known + 1; component <= components.size(); component++) {
        if (!components.get(component - 1).isEmpty()) {
          String text = tag + " has more than its elements have components";
          return with(
              faults,
              new SegmentFault(FindingCode.SEGMENT_TOO_MANY_COMPONENTS, element, component, text));
        }
      }
    }
    return faults;
  }

  private static List<SegmentFault> with(List<SegmentFault> faults, SegmentFault fault) {
    List<SegmentFault> all = new ArrayList<>(faults);
    all.add(fault);
    return all;
  }

  private String text(ElementForm form, String value, FindingCode code) {
    String element = tag + " " + form.name();
    if (value.isEmpty()) {
      return element + " is mandatory and empty";
    }
    if (!form.used()) {
      return element + " is not used but has '" + value + "'";
    }
    return switch (code) {
      case ELEMENT_TOO_LONG, ELEMENT_TOO_SHORT, ELEMENT_NOT_ALPHABETIC ->
          element + " must have " + form.expectation() + ": '" + value + "'";
      default -> element + " is no number as announced: '" + value + "'";
    };
  }
}
