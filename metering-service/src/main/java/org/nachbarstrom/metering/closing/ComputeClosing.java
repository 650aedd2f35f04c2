package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Computes a closing from a snapshot: it waits, stays as it is or gets a new version. */
@ApplicationScoped
class ComputeClosing {
  private final Closings closings;
  private final Communities communities;
  private final ClosingObstacles obstacles;
  private final ComputeFromSnapshot computeFromSnapshot;
  private final AddVersion addVersion;

  ComputeClosing(
      Closings closings,
      Communities communities,
      ClosingObstacles obstacles,
      ComputeFromSnapshot computeFromSnapshot,
      AddVersion addVersion) {
    this.closings = closings;
    this.communities = communities;
    this.obstacles = obstacles;
    this.computeFromSnapshot = computeFromSnapshot;
    this.addVersion = addVersion;
  }

  /** Computes in the current transaction. */
  Uni<Void> compute(Tenant tenant, UUID id, Instant snapshot) {
    return closings
        .lock(id)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no closing " + id)))
        .chain(closing ->
            communities
                .find(closing.community(), snapshot)
                .map(found -> found.orElseThrow().community())
                .chain(community ->
                    closings
                        .digest(id)
                        .map(last -> new Task(tenant, closing, community, snapshot, last))))
        .chain(this::compute);
  }

  private Uni<Void> compute(Task task) {
    return unlessSealed(
        task,
        () ->
            obstacles
                .reservations(task.tenant(), task.known())
                .chain(reserved -> compute(task, reserved)));
  }

  /** What was closed stays as it is once values that it rests on are deleted. */
  private Uni<Void> unlessSealed(Task task, Supplier<Uni<Void>> work) {
    return obstacles
        .deletedUntil(task.tenant())
        .chain(until ->
            task.last().isPresent() && until.filter(task.interval().start()::isBefore).isPresent()
                ? closings.update(task.closing().kept(), task.interval())
                : work.get());
  }

  /** Values that are not checked yet are not worth reading: they may change by the check. */
  private Uni<Void> compute(Task task, List<WaitingReason> reserved) {
    boolean unchecked =
        reserved.stream().anyMatch(reason -> reason.code() == WaitingReason.Code.CHECK_PENDING);
    return unchecked
        ? closings.update(task.closing().waiting(reserved), task.interval())
        : computeFromSnapshot
            .compute(task.known(), task.form())
            // Again, because what it read may have been deleted meanwhile.
            .chain(computation -> unlessSealed(task, () -> conclude(task, computation, reserved)));
  }

  private Uni<Void> conclude(
      Task task, ClosingComputation computation, List<WaitingReason> reserved) {
    return computeFromSnapshot
        .waitingFor(task.known(), computation)
        .map(missing -> Stream.concat(missing.stream(), reserved.stream()).toList())
        .chain(reasons ->
            reasons.isEmpty()
                ? OffLoop.compute(() -> Hashes.of(computation))
                    .chain(hashes -> close(task, computation, hashes))
                : closings.update(task.closing().waiting(reasons), task.interval()));
  }

  private Uni<Void> close(Task task, ClosingComputation computation, Hashes hashes) {
    Closing closing = task.closing();
    if (task.last().filter(hashes::contains).isPresent()) {
      return closings.update(closing.unchanged(), task.interval());
    }
    if (task.community().holdsCorrections() && closing.mustHold(hashes.all())) {
      Correction correction =
          new Correction(hashes.listed(), ControlTotals.of(computation.totals()));
      return closings.update(closing.held(correction), task.interval());
    }
    return addVersion.add(
        task.tenant(),
        closing,
        new AddVersion.Result(
            task.community(), task.interval(), task.snapshot(), hashes.listed(), computation));
  }

  /** Of the inputs: in the form of today and, where the last version needs it, in the earlier. */
  private record Hashes(String listed, Optional<String> streamed) {
    static Hashes of(ClosingComputation computation) {
      return new Hashes(computation.inputsSha256(), computation.streamedSha256());
    }

    boolean contains(Closings.Digest digest) {
      return switch (digest.form()) {
        case LISTED -> listed.equals(digest.sha256());
        case STREAMED -> streamed.orElseThrow().equals(digest.sha256());
      };
    }

    List<String> all() {
      return Stream.concat(Stream.of(listed), streamed.stream()).toList();
    }
  }

  private record Task(
      Tenant tenant,
      Closing closing,
      Community community,
      Instant snapshot,
      Optional<Closings.Digest> last) {
    ComputeFromSnapshot.Known known() {
      return new ComputeFromSnapshot.Known(community, closing.period(), snapshot);
    }

    InputsForm form() {
      return last.map(Closings.Digest::form).orElse(InputsForm.LISTED);
    }

    Interval interval() {
      return community.calendar().of(closing.period().from(), closing.period().end().orElseThrow());
    }
  }
}
