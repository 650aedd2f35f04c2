package org.nachbarstrom.suite.launch;

import java.util.Arrays;
import java.util.Locale;

/** The five services in the order in which data flows through them. */
public enum Stage {
  EDIFACT(384),
  METERING(512),
  PRICING(256),
  SETTLEMENT(256),
  CLEARING(320);

  private final int heapMegabytes;

  Stage(int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
  }

  /** The word people and scripts use for it, also the name of its database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The folder of the project that builds it. */
  public String folder() {
    return key() + "-service";
  }

  /** Upper bound of its Java heap on one machine. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /**
   * The stage with this key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Stage of(String key) {
    return Arrays.stream(values())
        .filter(stage -> stage.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No service is called " + key));
  }
}
