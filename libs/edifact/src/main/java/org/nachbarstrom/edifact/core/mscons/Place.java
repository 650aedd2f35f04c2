package org.nachbarstrom.edifact.core.mscons;

import org.nachbarstrom.edifact.core.syntax.Tag;

/**
 * Places in an MSCONS (MIG 2.4c and 2.5, message structure): after which segment we are. Each knows
 * what may follow.
 */
enum Place {
  UNH(Tag.BGM),
  BGM(Tag.UNS, Tag.DTM, Tag.RFF, Tag.NAD),
  HEAD_DTM(Tag.UNS, Tag.DTM, Tag.RFF, Tag.NAD),
  RFF(Tag.UNS, Tag.DTM, Tag.RFF, Tag.NAD),
  HEAD_NAD(Tag.UNS, Tag.NAD, Tag.CTA),
  CTA(Tag.UNS, Tag.COM, Tag.NAD),
  COM(Tag.UNS, Tag.COM, Tag.NAD),
  UNS(Tag.NAD),
  NAD(Tag.LOC, Tag.NAD),
  LOC(Tag.LIN, Tag.LOC, Tag.DTM, Tag.RFF, Tag.CCI, Tag.NAD),
  PERIOD(Tag.LIN, Tag.DTM, Tag.LOC, Tag.RFF, Tag.CCI, Tag.NAD),
  DETAIL_RFF(Tag.LIN, Tag.RFF, Tag.CCI, Tag.LOC, Tag.NAD),
  CCI(Tag.LIN, Tag.CCI, Tag.LOC, Tag.NAD),
  LIN(Tag.QTY, Tag.LIN, Tag.PIA, Tag.LOC, Tag.NAD),
  PIA(Tag.QTY, Tag.PIA, Tag.LIN, Tag.LOC, Tag.NAD),
  QTY(Tag.LIN, Tag.DTM, Tag.STS, Tag.QTY, Tag.LOC, Tag.NAD),
  INTERVAL(Tag.LIN, Tag.DTM, Tag.STS, Tag.QTY, Tag.LOC, Tag.NAD),
  STS(Tag.LIN, Tag.STS, Tag.DTM, Tag.QTY, Tag.LOC, Tag.NAD),
  /** Something was so wrong that the rest of the message is not looked at. */
  LOST();

  private final int followers;

  Place(int... followers) {
    int bits = 0;
    for (int tag : followers) {
      bits |= bit(tag);
    }
    this.followers = bits;
  }

  /** Whether a segment with this tag may follow. */
  boolean allows(int tag) {
    return (followers & bit(tag)) != 0;
  }

  private static int bit(int tag) {
    return switch (tag) {
      case Tag.BGM -> 1;
      case Tag.DTM -> 1 << 1;
      case Tag.RFF -> 1 << 2;
      case Tag.NAD -> 1 << 3;
      case Tag.CTA -> 1 << 4;
      case Tag.COM -> 1 << 5;
      case Tag.UNS -> 1 << 6;
      case Tag.LOC -> 1 << 7;
      case Tag.CCI -> 1 << 8;
      case Tag.LIN -> 1 << 9;
      case Tag.PIA -> 1 << 10;
      case Tag.QTY -> 1 << 11;
      case Tag.STS -> 1 << 12;
      default -> 0;
    };
  }

  /** Whether it comes before another place in the message. */
  boolean before(Place other) {
    return compareTo(other) < 0;
  }

  /** Whether a segment belongs to a later section, so that something before it is missing. */
  boolean comesLater(int tag) {
    return switch (tag) {
      case Tag.DTM, Tag.RFF, Tag.NAD, Tag.UNS -> this == UNH;
      case Tag.LOC -> before(NAD);
      case Tag.LIN, Tag.PIA -> before(LIN);
      case Tag.QTY, Tag.STS -> before(QTY);
      default -> false;
    };
  }

  /** The mandatory segment without which the message cannot go on to its next section. */
  int mandatory() {
    return switch (this) {
      case UNH -> Tag.BGM;
      case BGM, HEAD_DTM, RFF, HEAD_NAD, CTA, COM -> Tag.UNS;
      case UNS -> Tag.NAD;
      case NAD -> Tag.LOC;
      case LOC, PERIOD, DETAIL_RFF, CCI -> Tag.LIN;
      case LIN, PIA -> Tag.QTY;
      case QTY, INTERVAL, STS, LOST -> Tag.NONE;
    };
  }

  /** The place a segment leads to from here; only for tags this place {@link #allows}. */
  Place after(int tag) {
    boolean head = before(UNS);
    return switch (tag) {
      case Tag.BGM -> BGM;
      case Tag.DTM -> head ? HEAD_DTM : before(LIN) ? PERIOD : INTERVAL;
      case Tag.RFF -> head ? RFF : DETAIL_RFF;
      case Tag.NAD -> head ? HEAD_NAD : NAD;
      case Tag.CTA -> CTA;
      case Tag.COM -> COM;
      case Tag.UNS -> UNS;
      case Tag.LOC -> LOC;
      case Tag.CCI -> CCI;
      case Tag.LIN -> LIN;
      case Tag.PIA -> PIA;
      case Tag.QTY -> QTY;
      case Tag.STS -> STS;
      default -> LOST;
    };
  }
}
