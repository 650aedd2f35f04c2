package org.nachbarstrom.suite.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;

/**
 * Closes a period of a community and follows it through all stages until it is cleared, refused, or
 * waits for something that only a person can supply.
 */
public final class ClosePeriod {

  private static final Duration POLL = Duration.ofMillis(250);

  private final RestApi api;
  private final Consumer<String> progress;
  private final Duration timeout;
  private final Duration patience;

  /**
   * A way to close.
   *
   * @param api the services
   * @param progress is told of each step once
   * @param timeout after which to give up
   * @param patience how long the same reasons to wait must last until a person is asked; events may
   *     still be on their way
   */
  public ClosePeriod(RestApi api, Consumer<String> progress, Duration timeout, Duration patience) {
    this.api = api;
    this.progress = progress;
    this.timeout = timeout;
    this.patience = patience;
  }

  /** How it went. */
  public sealed interface Outcome {
    /** The closing as metering shows it. */
    JsonNode closing();

    /** Booked, cleared and on chain; or nothing had to be booked. */
    record Done(JsonNode closing, JsonNode run) implements Outcome {}

    /** Clearing refused the batch. */
    record Refused(JsonNode closing, JsonNode run) implements Outcome {}

    /** Something is missing; what and where. */
    record Waiting(JsonNode closing, List<Reason> reasons) implements Outcome {}

    /** It takes longer than the caller wants to wait; where it is. */
    record StillGoing(JsonNode closing, String stage) implements Outcome {}
  }

  /**
   * Why it waits.
   *
   * @param stage which service waits
   * @param what its reason, as JSON
   */
  public record Reason(Stage stage, JsonNode what) {}

  /** Asks for the closing; the same again is harmless. Returns at once. */
  public JsonNode request(String community, LocalDate from, LocalDate to) {
    return api.post(
            Stage.METERING,
            "/v1/closings",
            JsonNodeFactory.instance
                .objectNode()
                .put("community", community)
                .put("from", from.toString())
                .put("to", to.toString()))
        .body();
  }

  /** Asks for the closing and follows it. */
  public Outcome close(String community, LocalDate from, LocalDate to) throws InterruptedException {
    return follow(request(community, from, to).path("id").asText());
  }

  /** Follows a closing that was asked for. */
  public Outcome follow(String closingId) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    String lastStage = "";
    List<Reason> lastReasons = List.of();
    long reasonsSince = System.nanoTime();
    while (true) {
      Look look = look(closingId);
      if (look.done() != null) {
        return look.done();
      }
      if (!look.stage().equals(lastStage)) {
        lastStage = look.stage();
        progress.accept(lastStage);
      }
      if (!look.reasons().equals(lastReasons)) {
        lastReasons = look.reasons();
        reasonsSince = System.nanoTime();
      }
      boolean stuck = System.nanoTime() - reasonsSince > patience.toNanos();
      boolean late = System.nanoTime() > deadline;
      if (!lastReasons.isEmpty() && (stuck || late)) {
        return new Outcome.Waiting(look.closing(), lastReasons);
      }
      if (late) {
        return new Outcome.StillGoing(look.closing(), lastStage);
      }
      Thread.sleep(POLL);
    }
  }

  /** Where it is now. */
  private Look look(String closingId) {
    String id = RestApi.encode(closingId);
    JsonNode closing = api.get(Stage.METERING, "/v1/closings/" + id);
    if (!closing.path("state").asText().equals("CLOSED")) {
      return going(closing, "metering: " + state(closing), Stage.METERING, closing);
    }
    long version = closing.path("version").asLong();
    JsonNode run = MissingNode.getInstance();
    for (JsonNode candidate : api.list(Stage.SETTLEMENT, "/v1/runs?closing=" + id)) {
      if (candidate.path("version").asLong(candidate.at("/closing/version").asLong()) == version) {
        run = candidate;
      }
    }
    return switch (run.path("state").asText()) {
      case "CLEARED", "UNCHANGED" -> Look.at(new Outcome.Done(closing, run));
      case "REFUSED" -> Look.at(new Outcome.Refused(closing, run));
      case "", "COLLECTING" -> pricing(closing, run, id, version);
      case "RELEASED" ->
          new Look(closing, "clearing: booking batch sent, on its way to the chain", List.of());
      default -> going(closing, "settlement: " + state(run), Stage.SETTLEMENT, run);
    };
  }

  private Look pricing(JsonNode closing, JsonNode run, String id, long version) {
    List<Reason> reasons = new ArrayList<>(reasons(Stage.SETTLEMENT, run));
    JsonNode ratings = api.get(Stage.PRICING, "/v1/ratings?closing=" + id);
    boolean current = ratings.path("version").asLong() == version;
    long rated = current ? ratings.path("rated").asLong() : 0;
    if (current) {
      ratings.path("items").forEach(rating -> reasons.addAll(reasons(Stage.PRICING, rating)));
    }
    int members = closing.path("members").size();
    String stage =
        rated < members
            ? "pricing: %d of %d members rated".formatted(rated, members)
            : "settlement: collecting";
    return new Look(closing, stage, reasons);
  }

  private static Look going(JsonNode closing, String stage, Stage owner, JsonNode waiting) {
    return new Look(closing, stage, reasons(owner, waiting));
  }

  private static List<Reason> reasons(Stage stage, JsonNode resource) {
    List<Reason> reasons = new ArrayList<>();
    JsonNode waitingFor = resource.path("waitingFor");
    String state = resource.path("state").asText();
    for (JsonNode reason : waitingFor) {
      // An earlier batch on its way to the chain needs nobody's help.
      if (!reason.path("code").asText().equals("EARLIER_BATCH_NOT_CLEARED")) {
        reasons.add(new Reason(stage, reason));
      }
    }
    if (state.equals("PREPARED") || state.equals("HELD")) {
      reasons.add(new Reason(stage, resource.path("state")));
    }
    if (stage == Stage.SETTLEMENT && resource.path("problem").isObject()) {
      reasons.add(new Reason(stage, resource.path("problem")));
    }
    return reasons;
  }

  private static String state(JsonNode resource) {
    return resource.path("state").asText("unknown").toLowerCase(java.util.Locale.ROOT);
  }

  /** One look: finished, or where it is and why it waits. */
  private record Look(
      JsonNode closing,
      String stage,
      List<Reason> reasons,
      @org.jspecify.annotations.Nullable Outcome done) {

    Look(JsonNode closing, String stage, List<Reason> reasons) {
      this(closing, stage, reasons, null);
    }

    static Look at(Outcome outcome) {
      return new Look(outcome.closing(), "done", List.of(), outcome);
    }
  }
}
