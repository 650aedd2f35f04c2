package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps interchanges. Every method runs inside the caller's transaction of the tenant. */
public interface InterchangeStore {
  /**
   * An earlier interchange of the same sender and reference that makes another one a repetition:
   * one that is not {@link InterchangeState#REJECTED}, or one of the same bytes. Waits for one that
   * is just being added and keeps others waiting until the transaction ends.
   *
   * @param sha256 SHA-256 of the bytes of the new one
   */
  Uni<Optional<UUID>> earlier(Tenant tenant, InterchangeHeader header, String sha256);

  /** Adds an interchange that is not a repetition. */
  Uni<Void> add(Tenant tenant, Interchange interchange);

  /** Adds the next bytes of an interchange; parts count from 0. */
  Uni<Void> addRaw(Tenant tenant, UUID interchange, int part, byte[] bytes);

  /** Adds messages of an interchange. */
  Uni<Void> addMessages(Tenant tenant, UUID interchange, List<ReceivedMessage> messages);

  /**
   * Which documents of a sender were taken.
   *
   * @param documents document numbers (BGM 1004) to look for
   * @param kinds only documents of these kinds
   */
  Uni<Set<String>> documents(String sender, Set<String> documents, Set<ContentKind> kinds);

  /** Writes state and counters of an interchange that was added before. */
  Uni<Void> complete(Interchange interchange);

  /** Keeps the answer to the sender. */
  Uni<Void> addContrl(UUID interchange, byte[] contrl);

  /** An interchange by its id. */
  Uni<Optional<Interchange>> find(UUID id);

  /** The messages of an interchange in order. */
  Uni<List<ReceivedMessage>> messages(UUID interchange);

  /** The messages of an interchange in order behind a position, at most so many. */
  Uni<List<ReceivedMessage>> messages(UUID interchange, int after, int limit);

  /** Bytes of an interchange, part by part from 0; empty behind the last. */
  Uni<Optional<byte[]>> raw(UUID interchange, int part);

  /** The CONTRL, if one was due. */
  Uni<Optional<byte[]>> contrl(UUID interchange);
}
