package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps interchanges. Every method runs inside the caller's transaction of the tenant. */
public interface InterchangeStore {
  /**
   * Adds an interchange unless another one of the same sender and reference is there that is not
   * {@link InterchangeState#REJECTED}; waits for one that is just being added.
   *
   * @return the id of that other one; empty if the interchange was added
   */
  Uni<Optional<UUID>> add(Tenant tenant, Interchange interchange);

  /** Adds the next bytes of an interchange; parts count from 0. */
  Uni<Void> addRaw(Tenant tenant, UUID interchange, int part, byte[] bytes);

  /** Adds messages of an interchange. */
  Uni<Void> addMessages(Tenant tenant, UUID interchange, List<ReceivedMessage> messages);

  /** Writes state and counters of an interchange that was added before. */
  Uni<Void> complete(Interchange interchange);

  /** Keeps the answer to the sender. */
  Uni<Void> addContrl(UUID interchange, byte[] contrl);

  /** An interchange by its id. */
  Uni<Optional<Interchange>> find(UUID id);

  /** The messages of an interchange in order. */
  Uni<List<ReceivedMessage>> messages(UUID interchange);

  /** Bytes of an interchange, part by part from 0; empty behind the last. */
  Uni<Optional<byte[]>> raw(UUID interchange, int part);

  /** The CONTRL, if one was due. */
  Uni<Optional<byte[]>> contrl(UUID interchange);

  /**
   * Interchanges, the latest first.
   *
   * @param before only those received before the one with this position
   * @param limit at most so many
   */
  Uni<List<Listed>> list(long before, int limit);

  /**
   * An interchange in a list.
   *
   * @param position grows with each interchange added
   * @param interchange the interchange
   */
  record Listed(long position, Interchange interchange) {}
}
