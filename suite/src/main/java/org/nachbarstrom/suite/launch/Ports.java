package org.nachbarstrom.suite.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nachbarstrom.embedded.FreePorts;

/** The nine TCP ports of one installation: the services in the order of their stages first. */
record Ports(Map<Stage, Integer> services, int issuer, int database, int broker, int chain) {

  private static final int COUNT = Stage.values().length + 4;

  /**
   * Free ports, or those from a base on.
   *
   * @throws LaunchException if one of the wanted ports is in use
   */
  static Ports choose(OptionalInt base) {
    List<Integer> ports =
        base.isEmpty()
            ? FreePorts.take(COUNT)
            : IntStream.range(base.getAsInt(), base.getAsInt() + COUNT).boxed().toList();
    if (base.isPresent()) {
      ports.forEach(Ports::requireFree);
    }
    Iterator<Integer> next = ports.iterator();
    Map<Stage, Integer> services = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      services.put(stage, next.next());
    }
    return new Ports(services, next.next(), next.next(), next.next(), next.next());
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new LaunchException(
          "Port " + port + " is in use; choose another --port-base or leave it out.", e);
    }
  }
}
