package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps outgoing interchanges. Every method runs inside the caller's transaction of the tenant. */
public interface OutgoingStore {
  /**
   * Takes numbers for references; others wait until the transaction ends.
   *
   * @return the last number taken
   */
  Uni<Long> takeNumbers(Tenant tenant, String sender, int count);

  /** Adds an interchange. */
  Uni<Void> add(Tenant tenant, OutgoingInterchange interchange, NewInterchange content);

  /** An interchange by its id. */
  Uni<Optional<OutgoingInterchange>> find(UUID id);

  /** An interchange by its id; others wait for it until the transaction ends. */
  Uni<Optional<OutgoingInterchange>> lock(UUID id);

  /** What was sent under a reference to a partner; others wait for it. */
  Uni<Optional<OutgoingInterchange>> lock(String sender, String recipient, String reference);

  /** Its bytes. */
  Uni<Optional<byte[]>> bytes(UUID id);

  /** Its messages in order, with what was answered since it was last sent. */
  Uni<List<OutgoingMessage>> messages(UUID id);

  /** Interchanges with a position before the given one, the latest first. */
  Uni<List<Listed>> list(OutgoingFilter filter, long before, int limit);

  /** The oldest interchanges that wait for a channel. */
  Uni<List<OutgoingInterchange>> pending(DeliveryChannel channel, int limit);

  /** Writes state, channel and progress. */
  Uni<Void> update(Tenant tenant, OutgoingInterchange interchange);

  /**
   * Places of messages in an interchange.
   *
   * @param names UNH references or document numbers; an empty one is the whole, at place 0
   * @return place by name; names that no message has are left out
   */
  Uni<Map<String, Integer>> positions(UUID id, Set<String> names);

  /** Adds answers, each unless it is there. */
  Uni<Void> addAnswers(Tenant tenant, OutgoingInterchange about, List<PlacedAnswer> answers);

  /**
   * An answer and what it is about.
   *
   * @param position place of the message in our interchange; 0 for the whole
   */
  record PlacedAnswer(int position, Answer answer) {}

  /** Counts answers since it was last sent. */
  Uni<Tally> tally(OutgoingInterchange interchange);

  /**
   * Answers so far.
   *
   * @param refusals number of refusals of messages or the whole
   * @param wholeAccepted whether the whole was accepted
   * @param acceptedMessages number of messages accepted by themselves
   */
  record Tally(long refusals, boolean wholeAccepted, long acceptedMessages) {}

  /**
   * An interchange in a list.
   *
   * @param position grows with each interchange added
   */
  record Listed(long position, OutgoingInterchange interchange) {}
}
