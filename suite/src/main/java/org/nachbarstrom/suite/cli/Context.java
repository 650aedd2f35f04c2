package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.embedded.EmbeddedIssuer;
import org.nachbarstrom.embedded.ProjectHome;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.TokenClient;
import org.nachbarstrom.suite.launch.RunningState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: where the installation is, in whose name they act, where they print. */
final class Context {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the installation. Default: the running one of .nachbarstrom/.")
  private @Nullable Path data;

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "The utility in whose name to act. Default: ${DEFAULT-VALUE}.")
  private String tenant = EmbeddedIssuer.DEFAULT_TENANT;

  /** The switch of every reading command. */
  static final class JsonSwitch {
    @Option(names = "--json", description = "Print JSON for scripts instead of tables.")
    private boolean json;

    boolean on() {
      return json;
    }
  }

  /** A mixin of commands that read. */
  static class Reading {
    @Mixin private Context context = new Context();
    @Mixin private JsonSwitch json = new JsonSwitch();

    Context context() {
      return context;
    }

    boolean json() {
      return json.on();
    }
  }

  /** The project's folder. */
  Path home() {
    return ProjectHome.find();
  }

  /** The data folder for starting: the given one or the default. */
  Path dataToStart() {
    return data == null ? defaultData() : data.toAbsolutePath();
  }

  /** Where the demo keeps its data. */
  Path demoData() {
    return home().resolve(".nachbarstrom/demo");
  }

  private Path defaultData() {
    return home().resolve(".nachbarstrom/data");
  }

  /** The data folder in use: the given one, else the first with a running installation. */
  Path dataInUse() {
    if (data != null) {
      return data.toAbsolutePath();
    }
    return Stream.of(defaultData(), demoData())
        .filter(folder -> RunningState.read(folder).filter(RunningState::alive).isPresent())
        .findFirst()
        .orElse(defaultData());
  }

  /** The running installation, if one runs. */
  Optional<RunningState> running() {
    return RunningState.read(dataInUse()).filter(RunningState::alive);
  }

  /**
   * The running installation.
   *
   * @throws NotRunning if none runs
   */
  RunningState requireRunning() {
    return running().orElseThrow(() -> new NotRunning(dataInUse()));
  }

  /** The services of the running installation, for the tenant of the command line. */
  RestApi api() {
    return api(tenant);
  }

  /** The services of the running installation. */
  RestApi api(String actingTenant) {
    RunningState state = requireRunning();
    return new RestApi(
        stage -> state.url(stage), new TokenClient(state, actingTenant, "viewer operator"));
  }

  String tenant() {
    return tenant;
  }

  /** Results go here. */
  PrintWriter out() {
    return command().commandLine().getOut();
  }

  /** Progress and complaints go here. */
  PrintWriter err() {
    return command().commandLine().getErr();
  }

  /** One line of progress. */
  void progress(String line) {
    err().println(line);
    err().flush();
  }

  void print(JsonNode json) {
    out().println(pretty(json));
    out().flush();
  }

  void print(TextTable table) {
    table.lines().forEach(out()::println);
    out().flush();
  }

  static String pretty(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("Used outside a command");
    }
    return spec;
  }

  /** Nothing runs where something was expected to. */
  static final class NotRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRunning(Path data) {
      super("Nothing runs on " + data + ". Start it with: ./nachbarstrom up");
    }
  }
}
