package org.nachbarstrom.edifact.core;

/**
 * Everything that can be wrong with an interchange. The constant's name is the stable code; beside
 * it stand the code a CONTRL gives for it (data element 0085, CONTRL 2.0b) or the one an APERAK
 * gives (ERC 9321, APERAK 2.2).
 */
public enum FindingCode {
  /** The input has no segment. */
  INPUT_EMPTY(FindingLevel.INTERCHANGE, 13),
  /** The input does not begin with UNB. */
  HEADER_MISSING(FindingLevel.INTERCHANGE, 13),
  /** UNA announces characters that cannot be used so. */
  SERVICE_CHARACTERS_INVALID(FindingLevel.INTERCHANGE, 20),
  /** UNB names another syntax than UNOC version 3. */
  SYNTAX_VERSION_UNSUPPORTED(FindingLevel.INTERCHANGE, 2),
  /** A required element of UNB is empty. */
  HEADER_ELEMENT_MISSING(FindingLevel.INTERCHANGE, 13),
  /** An element of UNB has a value that cannot be. */
  HEADER_ELEMENT_INVALID(FindingLevel.INTERCHANGE, 12),
  /** UNB marks the interchange as a test. */
  TEST_UNSUPPORTED(FindingLevel.INTERCHANGE, 25),
  /** UNB or UNZ has more elements or components than it may. */
  SERVICE_SEGMENT_TOO_LONG(FindingLevel.INTERCHANGE, 16),
  /** The interchange is addressed to somebody else. */
  RECIPIENT_WRONG(FindingLevel.INTERCHANGE, 7),
  /** The sender is not known. */
  SENDER_UNKNOWN(FindingLevel.INTERCHANGE, 23),
  /** An interchange with this reference came before from the sender. */
  INTERCHANGE_REPEATED(FindingLevel.INTERCHANGE, 26),
  /** The interchange has more messages than the limit. */
  TOO_MANY_MESSAGES(FindingLevel.INTERCHANGE, 16),
  /** UNB or UNZ has a character that UNOC does not know. */
  SERVICE_CHARACTER_INVALID(FindingLevel.INTERCHANGE, 21),
  /** A segment stands outside every message. */
  SEGMENT_OUTSIDE_MESSAGE(FindingLevel.INTERCHANGE, 16),
  /** A segment outside every message exceeds a limit. */
  INTERCHANGE_UNREADABLE(FindingLevel.INTERCHANGE, 12),
  /** The interchange has no message. */
  INTERCHANGE_EMPTY(FindingLevel.INTERCHANGE, 32),
  /** The input ends before UNZ. */
  TRAILER_MISSING(FindingLevel.INTERCHANGE, 13),
  /** An element of UNZ has a value that cannot be. */
  TRAILER_ELEMENT_INVALID(FindingLevel.INTERCHANGE, 12),
  /** UNZ counts another number of messages. */
  TRAILER_COUNT_DIFFERS(FindingLevel.INTERCHANGE, 29),
  /** UNZ has another reference than UNB. */
  TRAILER_REFERENCE_DIFFERS(FindingLevel.INTERCHANGE, 28),
  /** A required element of UNH is empty. */
  MESSAGE_HEADER_INCOMPLETE(FindingLevel.MESSAGE, 13),
  /** UNH or UNT has more elements or components than it may. */
  MESSAGE_SERVICE_SEGMENT_TOO_LONG(FindingLevel.MESSAGE, 16),
  /** The message is of another type than the first one of its interchange. */
  MESSAGE_TYPE_DIFFERS(FindingLevel.MESSAGE, 12),
  /** The reference of UNH has more than 14 characters. */
  MESSAGE_REFERENCE_TOO_LONG(FindingLevel.MESSAGE, 39),
  /** Two messages of the interchange have one reference. */
  MESSAGE_REFERENCE_REPEATED(FindingLevel.MESSAGE, 26),
  /** A message ends without UNT. */
  MESSAGE_TRAILER_MISSING(FindingLevel.MESSAGE, 13),
  /** The segment count of UNT is not a number. */
  MESSAGE_COUNT_INVALID(FindingLevel.MESSAGE, 12),
  /** UNT counts another number of segments. */
  MESSAGE_COUNT_DIFFERS(FindingLevel.MESSAGE, 29),
  /** UNT has another reference than UNH. */
  MESSAGE_REFERENCE_DIFFERS(FindingLevel.MESSAGE, 28),
  /** A mandatory segment is missing behind the named one. */
  SEGMENT_MISSING(FindingLevel.MESSAGE, 13),
  /** A segment is not known or not allowed at its place. */
  SEGMENT_UNEXPECTED(FindingLevel.MESSAGE, 15),
  /** A segment comes more often than allowed. */
  SEGMENT_REPEATED(FindingLevel.MESSAGE, 35),
  /** A segment is too long; its terminator may be missing. */
  SEGMENT_TOO_LONG(FindingLevel.MESSAGE, 22),
  /** A segment has too many components. */
  SEGMENT_TOO_MANY_COMPONENTS(FindingLevel.MESSAGE, 16),
  /** A mandatory component is empty. */
  ELEMENT_MISSING(FindingLevel.MESSAGE, 13),
  /** A component is longer than allowed. */
  ELEMENT_TOO_LONG(FindingLevel.MESSAGE, 39),
  /** A component is shorter than its fixed length. */
  ELEMENT_TOO_SHORT(FindingLevel.MESSAGE, 40),
  /** A component that the message description does not use is filled. */
  ELEMENT_NOT_USED(FindingLevel.MESSAGE, 16),
  /** An alphabetic component has other characters than letters. */
  ELEMENT_NOT_ALPHABETIC(FindingLevel.MESSAGE, 37),
  /** A numeric component has other characters than digits. */
  ELEMENT_NOT_NUMERIC(FindingLevel.MESSAGE, 37),
  /** A decimal mark is not the announced one or misplaced. */
  DECIMAL_INVALID(FindingLevel.MESSAGE, 19),
  /** No digit stands before the decimal mark. */
  DECIMAL_DIGIT_MISSING(FindingLevel.MESSAGE, 38),
  /** A component has a character that UNOC does not know. */
  CHARACTER_INVALID(FindingLevel.MESSAGE, 21),
  /** Messages of this type are not imported. */
  MESSAGE_TYPE_NOT_IMPORTED("Z31"),
  /** Messages of this version are not imported. */
  MESSAGE_VERSION_UNSUPPORTED("Z31"),
  /** Messages of this Prüfidentifikator are not imported. */
  CHECK_IDENTIFIER_NOT_IMPORTED("Z31"),
  /** Something the application handbook requires is missing. */
  REQUIRED_ITEM_MISSING("Z29"),
  /** A code is not allowed here by the application handbook. */
  CODE_NOT_ALLOWED("Z39"),
  /** A value does not have the required form. */
  FORMAT_VIOLATED("Z35"),
  /** Something comes more often than the handbook allows. */
  REPETITION_EXCEEDED("Z40"),
  /** NAD names another party than UNB. */
  PARTY_DIFFERS("Z35"),
  /** The register is no active-energy load profile. */
  OBIS_NOT_IMPORTED("Z20"),
  /** An interval ends after the message was made. */
  TIME_IMPLAUSIBLE("Z41"),
  /** The transmission period is empty or negative. */
  PERIOD_EMPTY("Z34"),
  /** The transmission period is longer than the limit. */
  PERIOD_TOO_LONG("Z31"),
  /** An interval is empty or negative. */
  INTERVAL_EMPTY("Z34"),
  /** An interval is not one quarter-hour on the clock. */
  INTERVAL_NOT_QUARTER_HOUR("Z35"),
  /** An interval lies outside the transmission period. */
  INTERVAL_OUTSIDE_PERIOD("Z41"),
  /** An interval of a register comes more than once. */
  INTERVAL_REPEATED("Z40"),
  /** Quarter-hours of the transmission period are missing. */
  SERIES_INCOMPLETE("Z30"),
  /** An energy is negative. */
  VALUE_NEGATIVE("Z35"),
  /** An energy has more than three decimals. */
  VALUE_TOO_PRECISE("Z35"),
  /** An energy has more than twelve integer digits. */
  VALUE_TOO_LARGE("Z27"),
  /** A substitute value has no method (Z32) or reason (Z40). */
  SUBSTITUTE_UNEXPLAINED("Z29"),
  /** Codes that exclude each other stand together (packages of the handbook). */
  PACKAGE_VIOLATED("Z38"),
  /** A segment, group or element is there although the handbook has none here. */
  ITEM_NOT_ALLOWED("Z29"),
  /** A group comes less often than the handbook requires. */
  REPETITION_MISSING("Z29"),
  /** The sender does not have the market role that may send this. */
  SENDER_NOT_ALLOWED("Z37"),
  /** The cancelled or referenced message is not known. */
  REFERENCE_UNKNOWN("Z33"),
  /** The market location, metering point or other object is not known. */
  OBJECT_UNKNOWN("Z10"),
  /** The device number does not belong to the object. */
  DEVICE_UNKNOWN("Z19"),
  /** The configuration id is not known. */
  CONFIGURATION_UNKNOWN("Z42");

  private final FindingLevel level;
  private final int contrlCode;
  private final String aperakCode;

  FindingCode(FindingLevel level, int contrlCode) {
    this.level = level;
    this.contrlCode = contrlCode;
    this.aperakCode = "";
  }

  FindingCode(String aperakCode) {
    this.level = FindingLevel.CONTENT;
    this.contrlCode = 0;
    this.aperakCode = aperakCode;
  }

  /** How far it reaches. */
  public FindingLevel level() {
    return level;
  }

  /** Data element 0085 of CONTRL; 0 for content findings. */
  public int contrlCode() {
    return contrlCode;
  }

  /** Error code of APERAK; empty for syntax findings. */
  public String aperakCode() {
    return aperakCode;
  }
}
