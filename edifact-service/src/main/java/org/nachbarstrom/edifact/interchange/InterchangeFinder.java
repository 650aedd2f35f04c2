package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Looks interchanges and messages up. Every method runs inside the caller's transaction. */
public interface InterchangeFinder {
  /**
   * Interchanges, the latest first.
   *
   * @param search which
   * @param before only those received before the one with this position
   * @param limit at most so many
   */
  Uni<List<Listed>> interchanges(InterchangeSearch search, long before, int limit);

  /**
   * Messages, those of the latest interchange first, within an interchange in order.
   *
   * @param search which
   * @param after only those behind this place
   * @param limit at most so many
   */
  Uni<List<ListedMessage>> messages(MessageSearch search, MessagePlace after, int limit);

  /**
   * An interchange in a list.
   *
   * @param position grows with each interchange added
   * @param interchange the interchange
   */
  record Listed(long position, Interchange interchange) {}

  /**
   * A message in a list.
   *
   * @param place its place
   * @param interchange id of its interchange
   * @param sender UNB 0004 of the interchange; empty if it could not be read
   * @param message the message
   */
  record ListedMessage(
      MessagePlace place, UUID interchange, String sender, ReceivedMessage message) {}

  /**
   * The place of a message among all.
   *
   * @param interchange position of its interchange
   * @param message place in the interchange, from 1
   */
  record MessagePlace(long interchange, int message) {
    /** Before every message. */
    public static final MessagePlace START = new MessagePlace(Long.MAX_VALUE, 0);
  }
}
