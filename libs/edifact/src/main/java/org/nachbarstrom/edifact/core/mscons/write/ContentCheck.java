package org.nachbarstrom.edifact.core.mscons.write;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;

/**
 * Checks whether content can be written at all, and all that the handbook says of every single
 * value of a load profile; the rest is up to {@link HandbookCheck}.
 */
final class ContentCheck {
  private final InterchangeEnvelope envelope;

  ContentCheck(InterchangeEnvelope envelope) {
    this.envelope = envelope;
  }

  /** What is wrong with it; empty if it may be written. */
  List<Finding> check(MsconsContent content, String messageReference) {
    Objections objections = new Objections(messageReference);
    MsconsHead head = content.head();
    if (MsconsVersion.of(head.version()).isEmpty()) {
      String text = "MSCONS are written in version 2.5 and 2.4c, not '" + head.version() + "'";
      objections.add(FindingCode.MESSAGE_VERSION_UNSUPPORTED, new Place("UNH", 2, 5), text);
    }
    Optional<MsconsKind> kind = MsconsKind.of(head.checkIdentifier());
    if (kind.isEmpty() || !holds(kind.get(), content)) {
      String text =
          content.getClass().getSimpleName()
              + " is not written as Prüfidentifikator '"
              + head.checkIdentifier()
              + "'";
      objections.add(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED, Place.REFERENCE, text);
      return objections.findings();
    }
    HeadCheck texts = new HeadCheck(envelope, objections);
    texts.check(head, kind.get());
    check(content, kind.get(), texts, objections);
    return objections.findings();
  }

  private static boolean holds(MsconsKind kind, MsconsContent content) {
    return switch (kind) {
      case MARKET_LOCATION_PROFILE, METERING_POINT_PROFILE, KIND_TWO_VALUES ->
          content instanceof LoadProfile;
      case ELECTRICITY_READINGS, GAS_READINGS -> content instanceof RegisterReadings;
      case ENERGY_QUANTITY -> content instanceof EnergyQuantities;
      case CANCELLATION -> content instanceof Cancellation;
    };
  }

  private void check(
      MsconsContent content, MsconsKind kind, HeadCheck texts, Objections objections) {
    switch (content) {
      case LoadProfile profile -> {
        ObjectCheck.check(profile.object(), kind, texts, objections);
        new ProfileCheck(kind, objections).check(profile);
      }
      case RegisterReadings readings -> {
        ObjectCheck.check(readings.object(), kind, texts, objections);
        checkDevice(readings, texts, objections);
        new LineCheck(kind, readings.object(), texts, objections).check(readings.lines());
      }
      case EnergyQuantities quantities -> {
        ObjectCheck.check(quantities.object(), kind, texts, objections);
        new LineCheck(kind, quantities.object(), texts, objections).check(quantities.lines());
      }
      case Cancellation cancellation -> checkCancelled(cancellation, texts, objections);
      case OtherSeries other -> throw new IllegalStateException("no kind holds it");
    }
  }

  private static void checkDevice(
      RegisterReadings readings, HeadCheck texts, Objections objections) {
    if (readings.object().kind() != MeteredObject.Kind.CONFIGURATION) {
      texts.checkReferenceText("the device number", readings.deviceNumber());
    } else if (!readings.deviceNumber().isEmpty()) {
      String text = "readings of a configuration have no device number";
      objections.add(FindingCode.ITEM_NOT_ALLOWED, Place.REFERENCE, text);
    }
  }

  private static void checkCancelled(
      Cancellation cancellation, HeadCheck texts, Objections objections) {
    texts.checkReferenceText("the cancelled document", cancellation.cancelledDocument());
    Optional<String> reference = cancellation.head().reference("ACW");
    if (reference.isPresent() && !reference.get().equals(cancellation.cancelledDocument())) {
      String text =
          "the head refers to " + reference.get() + ", not to " + cancellation.cancelledDocument();
      objections.add(FindingCode.FORMAT_VIOLATED, Place.REFERENCE, text);
    }
  }
}
