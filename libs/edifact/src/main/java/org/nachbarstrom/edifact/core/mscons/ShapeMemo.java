package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes that the values of one line have had, up to a few. */
final class ShapeMemo {
  private static final int MAX_SHAPES = 16;

  private final List<Shape> shapes = new ArrayList<>();
  private int last;

  void clear() {
    shapes.clear();
    last = 0;
  }

  /** The shape of a group, or nothing if it has not been seen. */
  @Nullable Shape find(ValueGroup group) {
    if (!shapes.isEmpty() && shapes.get(last).matches(group)) {
      return shapes.get(last);
    }
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).matches(group)) {
        last = i;
        return shapes.get(i);
      }
    }
    return null;
  }

  /** Remembers a shape if there is room. */
  void add(Shape shape) {
    if (shapes.size() < MAX_SHAPES) {
      last = shapes.size();
      shapes.add(shape);
    }
  }

  /** The recognisable shape of a value with this code that is followed by these bytes. */
  @Nullable Shape recognise(long codeKey, byte[] bytes, int from, int end) {
    if (last < shapes.size() && follows(shapes.get(last), codeKey, bytes, from, end)) {
      return shapes.get(last);
    }
    for (int i = 0; i < shapes.size(); i++) {
      if (follows(shapes.get(i), codeKey, bytes, from, end)) {
        last = i;
        return shapes.get(i);
      }
    }
    return null;
  }

  private static boolean follows(Shape shape, long codeKey, byte[] bytes, int from, int end) {
    return shape.codeKey() == codeKey
        && shape.recognisable()
        && PlainBytes.behindStatuses(shape.statusSegments(), bytes, from, end) >= 0;
  }

  /** Whether there is a shape that can be recognised. */
  boolean recognisable() {
    return last < shapes.size() && shapes.get(last).recognisable();
  }
}
