package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.nachbarstrom.suite.client.RestApi;

/** Brings a declaration to the services; what is already so is left alone. */
public final class ApplyDeclaration {

  /** What happened to one object. */
  public enum Outcome {
    /** It did not exist. */
    CREATED,
    /** It existed with other content. */
    CHANGED,
    /** It existed with this content and was not written again. */
    UNCHANGED
  }

  private static final int AT_ONCE = 8;

  /** Fields of something dated that mean something else when they are left out. */
  private static final List<String> OPTIONAL =
      List.of("to", "sharePercent", "group", "participationPercent");

  private final RestApi api;

  /** On these services. */
  public ApplyDeclaration(RestApi api) {
    this.api = api;
  }

  /**
   * Puts every object in place: kind after kind, several of a kind at the same time. Stops after a
   * kind of which one was refused.
   *
   * @param report is told what happened to each, in the order of the declaration
   */
  public void apply(Declaration declaration, BiConsumer<Step, Outcome> report) {
    List<Step> left = declaration.steps();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      while (!left.isEmpty()) {
        String kind = left.getFirst().kind();
        List<Step> group = left.stream().takeWhile(step -> step.kind().equals(kind)).toList();
        List<Future<Outcome>> outcomes = new ArrayList<>();
        group.forEach(step -> outcomes.add(threads.submit(() -> apply(step))));
        for (int i = 0; i < group.size(); i++) {
          report.accept(group.get(i), result(outcomes.get(i)));
        }
        left = left.subList(group.size(), left.size());
      }
    }
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private Outcome apply(Step step) {
    Optional<JsonNode> present = api.find(step.stage(), step.path());
    if (present.isPresent() && covers(step.body(), present.get())) {
      return Outcome.UNCHANGED;
    }
    api.put(step.stage(), step.path(), step.body());
    boolean existed = present.filter(found -> !saysNothing(found)).isPresent();
    return existed ? Outcome.CHANGED : Outcome.CREATED;
  }

  /** A list of assignments exists for every accounting point; empty, nothing was declared yet. */
  private static boolean saysNothing(JsonNode present) {
    return present.path("assignments").isArray() && present.path("assignments").isEmpty();
  }

  /**
   * Whether what is present says everything that is declared. Fields that only the service knows
   * are ignored, null says that there is nothing, decimals are compared as numbers, and lists of
   * objects regardless of their order.
   */
  static boolean covers(JsonNode declared, JsonNode present) {
    if (declared.isNull()) {
      return present.isMissingNode() || present.isNull();
    }
    if (declared.isObject()) {
      return declared.properties().stream()
              .allMatch(entry -> covers(entry.getValue(), present.path(entry.getKey())))
          && nothingTakenBack(declared, present);
    }
    if (declared.isArray()) {
      return present.isArray()
          && (declared.path(0).isTextual()
              ? declared.equals(present)
              : coversAll(declared, present));
    }
    return declared.asText().equals(present.asText()) || sameNumber(declared, present);
  }

  /** What was declared before and is not any more, such as an end date, must be taken back. */
  private static boolean nothingTakenBack(JsonNode declared, JsonNode present) {
    return !declared.has("from")
        || OPTIONAL.stream()
            .allMatch(field ->
                declared.has(field)
                    || present.path(field).isMissingNode()
                    || present.path(field).isNull());
  }

  private static boolean coversAll(JsonNode declared, JsonNode present) {
    List<JsonNode> left = new ArrayList<>();
    present.forEach(left::add);
    for (JsonNode element : declared) {
      Optional<JsonNode> match = left.stream().filter(one -> covers(element, one)).findFirst();
      if (match.isEmpty()) {
        return false;
      }
      left.remove(match.get());
    }
    return left.isEmpty();
  }

  private static boolean sameNumber(JsonNode declared, JsonNode present) {
    try {
      return new BigDecimal(declared.asText()).compareTo(new BigDecimal(present.asText())) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
