package org.nachbarstrom.suite.bench;

import java.io.IOException;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.road.CpuTime;

/** What has passed since a moment on the wall and on the processors. */
final class Clocks {
  private static final String SERVICE = "metering";

  private final Supervisor running;
  private final long nanos;
  private final long serviceMillis;
  private final long databaseMillis;

  private Clocks(Supervisor running) throws IOException {
    this.running = running;
    nanos = System.nanoTime();
    serviceMillis = serviceMillis();
    databaseMillis = databaseMillis();
  }

  static Clocks begin(Supervisor running) throws IOException {
    return new Clocks(running);
  }

  Passed passed() throws IOException {
    long wallMillis = (System.nanoTime() - nanos) / 1_000_000;
    return new Passed(
        wallMillis, serviceMillis() - serviceMillis, databaseMillis() - databaseMillis);
  }

  private long serviceMillis() throws IOException {
    RunningState.Service service = running.state().services().get(SERVICE);
    return service == null ? 0 : CpuTime.millis(service.pid());
  }

  private long databaseMillis() throws IOException {
    return CpuTime.millisWithChildren(running.state().databasePid());
  }

  /**
   * Time that passed.
   *
   * @param wallMillis on the wall
   * @param serviceMillis CPU time of the metering service
   * @param databaseMillis CPU time of all processes of PostgreSQL
   */
  record Passed(long wallMillis, long serviceMillis, long databaseMillis) {}
}
