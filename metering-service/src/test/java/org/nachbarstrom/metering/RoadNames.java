package org.nachbarstrom.metering;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids of points that scenarios call by name. The n-th name is the n-th market location; {@code
 * melo-n} is a metering point.
 */
final class RoadNames {
  private static final String METERING_POINT = "melo-";

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  void add(String name) {
    if (!ids.containsKey(name)) {
      put(name, Feed.point(ids.size() + 1));
    }
  }

  String id(String name) {
    if (name.startsWith(METERING_POINT) && !ids.containsKey(name)) {
      int number = Integer.parseInt(name.substring(METERING_POINT.length()));
      put(name, "DE00000100001%020d".formatted(number));
    }
    String id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException(name + " is in no row of points.csv");
    }
    return id;
  }

  /** The name, or the id of a point without one. */
  String name(String id) {
    return names.getOrDefault(id, id);
  }

  private void put(String name, String id) {
    ids.put(name, id);
    names.put(id, name);
  }
}
