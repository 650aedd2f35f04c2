package org.nachbarstrom.support.rest;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Reads query parameters; what cannot be read is malformed (400), where JAX-RS says 404. */
public final class QueryParameter {
  private QueryParameter() {}

  /**
   * Reads a parameter that may be absent.
   *
   * @param parse throws {@link DateTimeException} or {@link IllegalArgumentException} if it cannot
   * @throws ProblemException {@link PlatformRejection#MALFORMED_REQUEST}
   */
  public static <T> Optional<T> read(
      String name, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw malformed(name, text, "The parameter " + name + " cannot be read.");
    }
  }

  /**
   * Reads one of some names, which may be absent.
   *
   * @throws ProblemException {@link PlatformRejection#MALFORMED_REQUEST}
   */
  public static <T extends Enum<T>> Optional<T> oneOf(
      String name, @Nullable String text, Class<T> type) {
    T[] known = type.getEnumConstants();
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(known)
            .filter(value -> value.name().equals(text))
            .findFirst()
            .orElseThrow(() ->
                malformed(
                    name,
                    text,
                    Arrays.stream(known)
                        .map(Enum::name)
                        .collect(
                            Collectors.joining(
                                ", ", "The parameter " + name + " is one of ", ".")))));
  }

  private static ProblemException malformed(String name, String text, String detail) {
    return new ProblemException(
        PlatformRejection.MALFORMED_REQUEST,
        detail,
        List.of(new FieldError(name, "UNREADABLE", "not readable: " + text)));
  }
}
