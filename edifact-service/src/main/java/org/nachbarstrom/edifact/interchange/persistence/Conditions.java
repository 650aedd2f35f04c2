package org.nachbarstrom.edifact.interchange.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query and the values of their placeholders. */
final class Conditions {
  private final List<String> parts = new ArrayList<>();
  private final List<Object> values;

  Conditions() {
    this(new ArrayList<>());
  }

  private Conditions(List<Object> values) {
    this.values = values;
  }

  /** Further conditions of the same query, for a part of it. */
  Conditions sub() {
    return new Conditions(values);
  }

  /** Adds a condition; each question mark stands for the next value. */
  Conditions and(String condition, Object... bound) {
    String part = condition;
    for (Object value : bound) {
      part = part.replaceFirst("\\?", "\\" + bind(value));
    }
    parts.add(part);
    return this;
  }

  /** Binds a value; answers its placeholder. */
  String bind(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  String text() {
    return String.join(" and ", parts);
  }

  @Nullable Object[] values() {
    return values.toArray();
  }
}
