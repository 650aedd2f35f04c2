package org.nachbarstrom.support.problem;

/**
 * A reason to refuse, stable over versions. Each feature lists its own in an enum that implements
 * this; each constant has a page {@code docs/problems/<service>/<slug>.md}.
 */
public interface Rejection {
  /** Code that scripts rely on, such as {@code METERING-0007}. Never reused. */
  String code();

  /** HTTP status of the answer, 400 to 599. */
  int status();

  /** File name of the problem page without its ending. */
  String slug();

  /** One short sentence that holds for every occurrence. */
  String title();

  /** Owner of the code: a service name, or {@code platform}. */
  String service();
}
