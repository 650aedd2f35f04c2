package org.nachbarstrom.edifact.core.mscons.write;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;

/** Collects what is wrong with a message that was not written yet. */
final class Objections {
  /** Findings kept of a message. */
  static final int MAX_FINDINGS = 100;

  private final String messageReference;
  private final List<Finding> findings = new ArrayList<>();

  Objections(String messageReference) {
    this.messageReference = messageReference;
  }

  /** Adds one about a component; 0 where it is about the whole segment. */
  void add(FindingCode code, Place place, String text) {
    if (findings.size() < MAX_FINDINGS) {
      Position position =
          new Position(messageReference, 0, place.tag(), place.element(), place.component());
      findings.add(new Finding(code, position, text));
    }
  }

  boolean none() {
    return findings.isEmpty();
  }

  List<Finding> findings() {
    return findings;
  }

  /** Where something would stand. */
  record Place(String tag, int element, int component) {
    static final Place DOCUMENT_KIND = new Place("BGM", 1, 1);
    static final Place DOCUMENT_NUMBER = new Place("BGM", 2, 1);
    static final Place TIME = new Place("DTM", 1, 2);
    static final Place REFERENCE = new Place("RFF", 1, 2);
    static final Place PARTY = new Place("NAD", 2, 1);
    static final Place OBJECT = new Place("LOC", 2, 1);
    static final Place LINE = new Place("LIN", 1, 0);
    static final Place PRODUCT = new Place("PIA", 2, 1);
    static final Place QUANTITY_CODE = new Place("QTY", 1, 1);
    static final Place QUANTITY = new Place("QTY", 1, 2);
    static final Place UNIT = new Place("QTY", 1, 3);
    static final Place STATUS = new Place("STS", 0, 0);
  }
}
