package org.nachbarstrom.support.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pieces are worked on in order, the next one prepared meanwhile. */
class OffLoopTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> firstPiece = new CompletableFuture<>();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void preparesOnePieceWhileAnotherIsWorkedOn() {
    CompletableFuture<Void> all = start();
    Awaitility.await().until(() -> steps.contains("prepared 2"));
    firstPiece.complete(null);
    all.join();

    assertThat(steps).startsWith("prepared 1", "begun 1", "prepared 2", "ended 1", "begun 2");
    assertThat(steps)
        .containsExactlyInAnyOrder(
            "prepared 1",
            "prepared 2",
            "prepared 3",
            "begun 1",
            "begun 2",
            "begun 3",
            "ended 1",
            "ended 2",
            "ended 3");
    assertThat(steps).containsSubsequence("ended 2", "begun 3", "ended 3");
  }

  @Test
  void endsWithTheFailureOfAPiece() {
    CompletableFuture<Void> all = start();
    firstPiece.completeExceptionally(new IllegalStateException("too much"));

    assertThatThrownBy(all::join).hasRootCauseMessage("too much");
    assertThat(steps).doesNotContain("begun 2");
  }

  private CompletableFuture<Void> start() {
    CompletableFuture<Void> all = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(begin ->
            OffLoop.ahead(List.of(1, 2, 3), this::prepare, this::work)
                .subscribe()
                .with(done -> all.complete(null), all::completeExceptionally));
    return all;
  }

  private Uni<Integer> prepare(Integer piece) {
    return OffLoop.compute(() -> {
      steps.add("prepared " + piece);
      return piece;
    });
  }

  private Uni<Void> work(Integer piece) {
    steps.add("begun " + piece);
    Uni<Void> work =
        piece == 1 ? Uni.createFrom().completionStage(firstPiece) : Uni.createFrom().voidItem();
    return work.invoke(() -> steps.add("ended " + piece));
  }
}
