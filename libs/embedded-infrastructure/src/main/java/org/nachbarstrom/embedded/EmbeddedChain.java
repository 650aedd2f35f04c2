package org.nachbarstrom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * A development EVM node (anvil) as a child process on 127.0.0.1: it mines a block per transaction
 * and charges nothing for gas.
 *
 * <p>Each chain has its own random mnemonic and one funded account. Started on a folder it keeps
 * mnemonic and state there: the state is written every few seconds and at an orderly end.
 */
public final class EmbeddedChain implements AutoCloseable {

  private static final long BLOCK_GAS_LIMIT = 1_000_000_000L;
  private static final int STATE_INTERVAL_SECONDS = 5;
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  private final Process process;
  private final String url;
  private final String privateKey;

  private EmbeddedChain(Process process, String url, String privateKey) {
    this.process = process;
    this.url = url;
    this.privateKey = privateKey;
  }

  /** Starts a chain that is thrown away at the end, on a free port. */
  public static EmbeddedChain startTemporary() {
    try {
      Path folder = Files.createTempDirectory("nachbarstrom-chain");
      folder.toFile().deleteOnExit();
      return start(folder, FreePorts.one(), List.of(), ProcessBuilder.Redirect.DISCARD);
    } catch (IOException e) {
      throw new UncheckedIOException("The EVM node did not start", e);
    }
  }

  /**
   * Starts a chain that keeps its state in a folder.
   *
   * @param data folder of mnemonic and state
   * @param port TCP port to listen on
   * @param log file that gets what the node prints
   * @throws UncheckedIOException if the node is not installed or does not start
   */
  public static EmbeddedChain start(Path data, int port, Path log) {
    try {
      Files.createDirectories(data);
      List<String> options = new ArrayList<>();
      options.addAll(List.of("--state", data.resolve("state.json").toString()));
      options.addAll(List.of("--state-interval", Integer.toString(STATE_INTERVAL_SECONDS)));
      Path mnemonic = data.resolve("mnemonic");
      if (Files.exists(mnemonic)) {
        options.addAll(List.of("--mnemonic", Files.readString(mnemonic).strip()));
      }
      return start(data, port, options, ProcessBuilder.Redirect.appendTo(log.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("The EVM node did not start on " + data, e);
    }
  }

  private static EmbeddedChain start(
      Path folder, int port, List<String> options, ProcessBuilder.Redirect log) throws IOException {
    Path facts = folder.resolve("facts.json");
    List<String> command = new ArrayList<>(List.of(binary().toString(), "--silent"));
    command.addAll(List.of("--port", Integer.toString(port), "--accounts", "1"));
    command.addAll(List.of("--base-fee", "0", "--gas-price", "0"));
    command.addAll(List.of("--gas-limit", Long.toString(BLOCK_GAS_LIMIT)));
    command.addAll(List.of("--no-request-size-limit", "--config-out", facts.toString()));
    command.addAll(options);
    if (!options.contains("--mnemonic")) {
      command.add("--mnemonic-random");
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    String url = "http://127.0.0.1:" + port;
    try {
      await(process, url);
      return new EmbeddedChain(process, url, privateKey(folder, facts));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** JSON-RPC over HTTP. */
  public String url() {
    return url;
  }

  /** Private key of the funded account, 0x and 64 hexadecimal digits. */
  public String privateKey() {
    return privateKey;
  }

  /** Process id of the node. */
  public long pid() {
    return process.pid();
  }

  /** The node's process, to notice its end. */
  public Process process() {
    return process;
  }

  /** Stops the node; a kept chain writes its state first. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The node's executable in the project's node_modules.
   *
   * @throws IOException if it is not there, with what to do
   */
  private static Path binary() throws IOException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String platform = os.contains("mac") ? "darwin" : os.contains("win") ? "win32" : "linux";
    String machine = System.getProperty("os.arch", "");
    String architecture = machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "amd64";
    Path binary =
        ProjectHome.find()
            .resolve("node_modules/@foundry-rs/anvil-" + platform + "-" + architecture)
            .resolve("bin/anvil" + (platform.equals("win32") ? ".exe" : ""));
    if (!Files.isExecutable(binary)) {
      throw new IOException(binary + " is missing; run npm ci --ignore-scripts in the project");
    }
    return binary;
  }

  private static void await(Process process, String url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(2))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_chainId\",\"params\":[]}"))
            .build();
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answers(client, request)) {
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IOException("The EVM node ended with exit code " + process.exitValue());
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("The EVM node does not answer at " + url);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the EVM node", e);
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static String privateKey(Path folder, Path facts) throws IOException {
    try {
      Map<String, Object> json = JsonUtil.parseJson(Files.readString(facts));
      Path mnemonic = folder.resolve("mnemonic");
      if (!Files.exists(mnemonic) && json.get("wallet") instanceof Map<?, ?> wallet) {
        SecretFile.write(mnemonic, String.valueOf(wallet.get("mnemonic")));
      }
      Files.delete(facts);
      return Optional.ofNullable(json.get("private_keys"))
          .filter(List.class::isInstance)
          .map(keys -> String.valueOf(((List<?>) keys).getFirst()))
          .orElseThrow(() -> new IOException("The EVM node reports no account"));
    } catch (JoseException e) {
      throw new IOException("The EVM node's facts are not JSON", e);
    }
  }
}
