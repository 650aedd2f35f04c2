package org.nachbarstrom.edifact.core.aperak;

import java.util.Optional;

/** Errors that an APERAK reports (ERC 9321), as in its application handbook 1.1. */
public enum AperakCode {
  /** Id of the object unknown. */
  Z10(Kind.ASSIGNMENT, "the id of the object is not known"),
  /** Object not found by what describes it. */
  Z14(Kind.ASSIGNMENT, "no object is found"),
  /** Object ambiguous. */
  Z15(Kind.ASSIGNMENT, "more than one object is found"),
  /** Object in the area of another grid operator. */
  Z16(Kind.ASSIGNMENT, "the object is no longer in the grid area"),
  /** Sender not assigned. */
  Z17(Kind.ASSIGNMENT, "the sender is not assigned to the object at that time"),
  /** Recipient not assigned. */
  Z18(Kind.ASSIGNMENT, "the recipient is not assigned to the object at that time"),
  /** Device unknown. */
  Z19(Kind.ASSIGNMENT, "the device is not known at the metering point at that time"),
  /** OBIS code unknown. */
  Z20(Kind.ASSIGNMENT, "the OBIS code is not known at the object at that time"),
  /** Reference within the message wrong. */
  Z21(Kind.HANDBOOK, "a reference within the message is wrong", true),
  /** Tuple unknown. */
  Z24(Kind.ASSIGNMENT, "the tuple that names the object is not known"),
  /** Sender not assigned to the tuple. */
  Z25(Kind.ASSIGNMENT, "the sender is not assigned to the tuple at that time"),
  /** Recipient not assigned to the tuple. */
  Z26(Kind.ASSIGNMENT, "the recipient is not assigned to the tuple at that time"),
  /** Too many integer digits. */
  Z27(Kind.TAKEOVER, "the value has too many integer digits"),
  /** Required item missing. */
  Z29(Kind.HANDBOOK, "something that is required here is missing", true),
  /** Series incomplete. */
  Z30(Kind.HANDBOOK, "the series is incomplete"),
  /** Not processed by the recipient. */
  Z31(Kind.RECIPIENT, "the recipient does not process this use case"),
  /** Referenced message unknown. */
  Z33(Kind.ASSIGNMENT, "the message referred to is not known"),
  /** Interval empty or negative. */
  Z34(Kind.HANDBOOK, "the interval is empty or negative"),
  /** Format violated. */
  Z35(Kind.HANDBOOK, "the value does not have the required format", true),
  /** Not allowed to the sender. */
  Z37(Kind.SENDER, "the sender may not send this use case"),
  /** Package violated. */
  Z38(Kind.HANDBOOK, "more codes are sent than the package allows", true),
  /** Code not allowed. */
  Z39(Kind.HANDBOOK, "the code is not allowed here", true),
  /** Too many repetitions. */
  Z40(Kind.HANDBOOK, "the segment or group comes too often", true),
  /** Time implausible. */
  Z41(Kind.HANDBOOK, "the time is not plausible", true),
  /** Configuration unknown. */
  Z42(Kind.ASSIGNMENT, "the configuration id is not known at that time"),
  /** Object without the property needed. */
  Z43(Kind.PROPERTY, "the object does not have the property that this use case needs"),
  /** Property differs. */
  Z44(Kind.PROPERTY, "the object has another property than the message says");

  /**
   * The checks in the order they are made in; what one of them finds ends the checking, so that an
   * APERAK has errors of one kind only (application handbook 1.1, 2.1.1 and 4.3).
   */
  public enum Kind {
    /** Whether the recipient processes the use case at all. */
    RECIPIENT,
    /** Whether the sender may send it. */
    SENDER,
    /** The application handbook of the message (AHB-Fehler). */
    HANDBOOK,
    /** Assignment to an object or an earlier message (Zuordnungsfehler). */
    ASSIGNMENT,
    /** Properties of the object (Objekteigenschaftsfehler). */
    PROPERTY,
    /** Taking over (Übernahmefehler). */
    TAKEOVER
  }

  private final Kind kind;
  private final String text;
  private final boolean placeRequired;

  AperakCode(Kind kind, String text) {
    this(kind, text, false);
  }

  AperakCode(Kind kind, String text, boolean placeRequired) {
    this.kind = kind;
    this.text = text;
    this.placeRequired = placeRequired;
  }

  /** The error with a code such as Z29; empty if the handbook has none. */
  public static Optional<AperakCode> of(String code) {
    for (AperakCode known : values()) {
      if (known.name().equals(code)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** The check that finds it. */
  public Kind kind() {
    return kind;
  }

  /** What it says, for a person. */
  public String text() {
    return text;
  }

  /** Whether the APERAK must name the segment (FTX+Z02). */
  public boolean placeRequired() {
    return placeRequired;
  }
}
