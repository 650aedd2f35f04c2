package org.nachbarstrom.clearing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.embedded.EmbeddedChain;
import org.nachbarstrom.embedded.FreePorts;
import org.nachbarstrom.embedded.ProcessGuard;

/** An EVM node that keeps its state and can be stopped and started while the service runs. */
public final class RestartableChain implements QuarkusTestResourceLifecycleManager {
  private static final ProcessGuard GUARD = ProcessGuard.start();

  private static @Nullable Node node;

  private record Node(Path data, int port, EmbeddedChain chain) {
    static Node start(Path data, int port) {
      EmbeddedChain chain = EmbeddedChain.start(data, port, data.resolve("anvil.log"));
      GUARD.add(chain.pid());
      return new Node(data, port, chain);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      Path data = Files.createTempDirectory("clearing-chain");
      Node started = Node.start(data, FreePorts.one());
      node = started;
      Map<String, String> config = new HashMap<>();
      config.put("nachbarstrom.chain.url", started.chain().url());
      config.put("nachbarstrom.chain.private-key", started.chain().privateKey());
      config.put("quarkus.http.test-port", "0");
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the node; it writes its state. */
  static void halt() {
    running().chain().close();
  }

  /** Starts the node again on the same port with the state it had. */
  static void resume() {
    node = Node.start(running().data(), running().port());
  }

  @Override
  public void stop() {
    GUARD.close();
    Node last = node;
    if (last != null) {
      last.chain().close();
    }
  }

  private static Node running() {
    Node current = node;
    if (current == null) {
      throw new IllegalStateException("The chain was never started");
    }
    return current;
  }
}
