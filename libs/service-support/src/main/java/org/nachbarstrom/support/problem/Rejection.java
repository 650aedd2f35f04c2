package org.nachbarstrom.support.problem;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * A reason to refuse, stable over versions. Each feature lists its own in an enum that implements
 * this; each constant has a page {@code docs/problems/<service>/<slug>.md}.
 */
public interface Rejection {
  /** What it says. */
  Entry entry();

  /** Code that scripts rely on, such as {@code METERING-0007}. Never reused. */
  default String code() {
    return entry().code();
  }

  /** HTTP status of the answer, 400 to 599. */
  default int status() {
    return entry().status();
  }

  /** File name of the problem page without its ending. */
  default String slug() {
    return entry().slug();
  }

  /** One short sentence that holds for every occurrence. */
  default String title() {
    return entry().title();
  }

  /** Owner of the code: a service name, or {@code platform}; what the code begins with. */
  default String service() {
    return code().substring(0, code().indexOf('-')).toLowerCase(Locale.ROOT);
  }

  /**
   * What one rejection says.
   *
   * @param code owner in capitals, hyphen, four digits
   * @param status of HTTP, 400 to 599
   * @param slug file name of the problem page without its ending
   * @param title one short sentence
   */
  @Immutable
  record Entry(String code, int status, String slug, String title) {}
}
