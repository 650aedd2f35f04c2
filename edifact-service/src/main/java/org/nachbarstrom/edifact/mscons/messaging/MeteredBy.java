package org.nachbarstrom.edifact.mscons.messaging;

import java.util.EnumSet;
import java.util.Set;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredObject.Kind;

/** What values belong to, as events name it. */
record MeteredBy(Kind kind, String id) {
  private static final Set<Kind> USED =
      EnumSet.of(
          Kind.MARKET_LOCATION, Kind.METERING_POINT, Kind.NETWORK_LOCATION, Kind.CONFIGURATION);

  /** Whether metering keeps values of such an object. */
  static boolean used(MeteredObject object) {
    return USED.contains(object.kind()) && !object.id().isEmpty();
  }

  static MeteredBy of(MeteredObject object) {
    return new MeteredBy(object.kind(), object.id());
  }
}
