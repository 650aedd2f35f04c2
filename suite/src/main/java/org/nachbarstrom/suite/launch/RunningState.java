package org.nachbarstrom.suite.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.embedded.SecretFile;

/**
 * What commands need to know of a running installation, kept in the file {@code state.json} of its
 * data folder, readable by its owner only.
 *
 * @param supervisorPid process id of the launcher
 * @param startedAt when it was started, ISO 8601
 * @param services the five services by their keys
 * @param databasePort port of PostgreSQL
 * @param databasePid its process id
 * @param brokerPort port of the AMQP broker
 * @param chainUrl JSON-RPC address of the EVM node
 * @param chainPid its process id
 * @param issuerUrl address of the OIDC issuer
 * @param clientId the command line's client id at the issuer
 * @param clientSecret and its secret
 */
public record RunningState(
    long supervisorPid,
    String startedAt,
    Map<String, Service> services,
    int databasePort,
    long databasePid,
    int brokerPort,
    String chainUrl,
    long chainPid,
    String issuerUrl,
    String clientId,
    String clientSecret) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One running service.
   *
   * @param url its address
   * @param pid its process id
   * @param log its log file
   */
  public record Service(String url, long pid, String log) {}

  /** Whether the launcher's process still runs. */
  public boolean alive() {
    return alive(supervisorPid);
  }

  /** Whether a process runs. */
  public static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** The address of a service. */
  public String url(Stage stage) {
    Service service = services.get(stage.key());
    if (service == null) {
      throw new LaunchException("state.json knows no " + stage.key() + " service");
    }
    return service.url();
  }

  /**
   * Reads the state file of a data folder; empty if nothing was started there or it was stopped.
   */
  public static Optional<RunningState> read(Path data) {
    Path file = file(data);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      return Optional.of(JSON.readValue(Files.readString(file), RunningState.class));
    } catch (JsonProcessingException e) {
      throw new LaunchException(file + " is damaged; stop the processes and delete it", e);
    } catch (IOException e) {
      throw new LaunchException(file + " cannot be read", e);
    }
  }

  void write(Path data) {
    try {
      SecretFile.write(file(data), JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new LaunchException(file(data) + " cannot be written", e);
    }
  }

  /** Removes the state file of a data folder. */
  public static void remove(Path data) {
    try {
      Files.deleteIfExists(file(data));
    } catch (IOException e) {
      throw new LaunchException(file(data) + " cannot be removed", e);
    }
  }

  private static Path file(Path data) {
    return data.resolve("state.json");
  }
}
