package org.nachbarstrom.edifact.core.ahb;

import java.util.Comparator;

/**
 * A condition, hint, format, time rule or repetition of the handbook.
 *
 * @param number as it stands in brackets
 * @param kind what it is
 * @param text what it demands, in words
 * @param judged whether a check judges it; where not, it is undecided and leads to no finding
 */
public record HandbookNote(String number, TermKind kind, String text, boolean judged)
    implements Comparable<HandbookNote> {
  private static final Comparator<HandbookNote> ORDER =
      Comparator.comparingInt((HandbookNote note) -> note.number.length())
          .thenComparing(HandbookNote::number);

  static HandbookNote of(Term term) {
    return new HandbookNote(term.number(), term.kind(), term.text(), Terms.judged(term));
  }

  @Override
  public int compareTo(HandbookNote other) {
    return ORDER.compare(this, other);
  }
}
