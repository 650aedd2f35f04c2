package org.nachbarstrom.suite.launch;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to start everything.
 *
 * @param home the project's root folder, where the built services are
 * @param data folder of all data, logs and the state file
 * @param durable whether data is written so that it survives; if not, PostgreSQL, broker and chain
 *     forget everything at the end and are faster
 * @param portBase first of the ports to use; empty for free ones
 * @param environment additional environment of the services
 * @param progress takes one line per step, for people
 * @param stages services to start
 * @param optimised whether the services' code is compiled as in production: faster once it is warm,
 *     slower until then
 */
public record SupervisorOptions(
    Path home,
    Path data,
    boolean durable,
    OptionalInt portBase,
    Map<String, String> environment,
    Consumer<String> progress,
    Set<Stage> stages,
    boolean optimised) {

  public SupervisorOptions {
    home = home.toAbsolutePath();
    data = data.toAbsolutePath();
    environment = Map.copyOf(environment);
    stages = Set.copyOf(stages);
  }

  /** Kept data in a folder, free ports, all services, no further environment, no progress lines. */
  public static SupervisorOptions of(Path home, Path data) {
    return new SupervisorOptions(
        home,
        data,
        true,
        OptionalInt.empty(),
        Map.of(),
        line -> {},
        EnumSet.allOf(Stage.class),
        false);
  }

  /** The same, keeping nothing. */
  public SupervisorOptions forgetful() {
    return new SupervisorOptions(
        home, data, false, portBase, environment, progress, stages, optimised);
  }

  /** The same with fixed ports from this one on. */
  public SupervisorOptions withPortBase(int first) {
    return new SupervisorOptions(
        home, data, durable, OptionalInt.of(first), environment, progress, stages, optimised);
  }

  /** The same with this additional environment of the services. */
  public SupervisorOptions withEnvironment(Map<String, String> added) {
    return new SupervisorOptions(home, data, durable, portBase, added, progress, stages, optimised);
  }

  /** The same with progress lines going here. */
  public SupervisorOptions withProgress(Consumer<String> lines) {
    return new SupervisorOptions(
        home, data, durable, portBase, environment, lines, stages, optimised);
  }

  /** The same with this service alone, compiled as in production: for measurements of it. */
  public SupervisorOptions measuring(Stage stage) {
    return new SupervisorOptions(
        home, data, durable, portBase, environment, progress, Set.of(stage), true);
  }
}
