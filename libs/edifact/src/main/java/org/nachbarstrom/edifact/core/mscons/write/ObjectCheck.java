package org.nachbarstrom.edifact.core.mscons.write;

import java.util.regex.Pattern;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MeteringPointId;

/** Checks what the values of a message to write belong to. */
final class ObjectCheck {
  private static final Pattern NETWORK_LOCATION = Pattern.compile("E[0-9A-Z]{9}[0-9]");

  private ObjectCheck() {}

  static void check(MeteredObject object, MsconsKind kind, HeadCheck texts, Objections objections) {
    if (!kind.isAbout(object.kind())) {
      String text = kind.checkIdentifier() + " is not about " + object.kind();
      objections.add(FindingCode.FORMAT_VIOLATED, Place.OBJECT, text);
      return;
    }
    if (object.kind() == MeteredObject.Kind.CONFIGURATION) {
      texts.checkReferenceText("the configuration id", object.id());
    } else if (!valid(object)) {
      String text = "'" + object.id() + "' is no id of " + object.kind();
      objections.add(FindingCode.FORMAT_VIOLATED, Place.OBJECT, text);
    }
  }

  private static boolean valid(MeteredObject object) {
    return switch (object.kind()) {
      case MARKET_LOCATION -> MarketLocationId.tryParse(object.id()).isPresent();
      case METERING_POINT -> MeteringPointId.tryParse(object.id()).isPresent();
      case NETWORK_LOCATION -> NETWORK_LOCATION.matcher(object.id()).matches();
      case NONE -> object.id().isEmpty();
      case CONFIGURATION, TECHNICAL_RESOURCE, OTHER -> !object.id().isEmpty();
    };
  }
}
