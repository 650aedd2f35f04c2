package org.nachbarstrom.edifact.core.mscons.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;

/**
 * Checks what energy quantities rest on (STS+10): a metering operator says for each register of a
 * market location whether its begin (Z36 or Z38) and its end (Z37 or Z39) have a reading, which are
 * exactly two codes per line [2003]. Nobody else says so. Where the role of the sender is not known
 * either way is taken.
 */
final class BasisCheck {
  private static final String PROCESS_DATA = "7";
  private static final Set<String> BEGIN = Set.of("Z36", "Z38");
  private static final Set<String> END = Set.of("Z37", "Z39");

  private final Optional<Set<MarketRole>> senderRoles;
  private final Objections objections;

  BasisCheck(Optional<Set<MarketRole>> senderRoles, Objections objections) {
    this.senderRoles = senderRoles;
    this.objections = objections;
  }

  void check(EnergyQuantities quantities) {
    boolean possible =
        quantities.object().kind() == MeteredObject.Kind.MARKET_LOCATION
            && quantities.head().documentKind().equals(PROCESS_DATA)
            && senderRoles.map(roles -> roles.contains(MarketRole.METERING_OPERATOR)).orElse(true);
    quantities.lines().forEach(line -> check(line, possible));
    checkOrder(quantities);
  }

  private void check(ValueLine line, boolean possible) {
    List<String> codes =
        line.values().stream().flatMap(value -> value.status().basis().stream()).toList();
    if (codes.isEmpty()) {
      if (possible && senderRoles.isPresent()) {
        String text =
            line.product()
                + " of a metering operator says what it rests on: Z36 or Z38, Z37 or Z39";
        objections.add(FindingCode.REPETITION_MISSING, Place.STATUS, text);
      }
    } else if (!possible) {
      String text = "only quantities of market locations by metering operators say their basis";
      objections.add(FindingCode.ITEM_NOT_ALLOWED, Place.STATUS, text + ", not " + line.product());
    } else if (!pair(codes)) {
      String text = line.product() + " has one of Z36 and Z38 and one of Z37 and Z39, not " + codes;
      objections.add(FindingCode.PACKAGE_VIOLATED, Place.STATUS, text);
    }
  }

  private static boolean pair(List<String> codes) {
    return codes.size() == 2
        && codes.stream().filter(BEGIN::contains).count() == 1
        && codes.stream().filter(END::contains).count() == 1;
  }

  /** Corrections by a metering operator name what they correct or who ordered them. */
  private void checkOrder(EnergyQuantities quantities) {
    boolean correction = quantities.object().kind() != MeteredObject.Kind.MARKET_LOCATION;
    boolean operator =
        senderRoles.map(roles -> roles.contains(MarketRole.METERING_OPERATOR)).orElse(false);
    if (correction && operator && quantities.head().reference("AGI").isEmpty()) {
      String text = "a correction of a metering operator names its order or reading by RFF+AGI";
      objections.add(FindingCode.REQUIRED_ITEM_MISSING, Place.REFERENCE, text);
    }
  }
}
