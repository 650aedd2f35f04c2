package org.nachbarstrom.support.problem;

import java.util.List;

/**
 * Carries a refusal to the edge: as a problem document over HTTP, to the dead-letter address on a
 * queue.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;
  private final transient List<FieldError> errors;

  /** Refuses with a detail that names the values concerned. */
  public ProblemException(Rejection rejection, String detail) {
    this(rejection, detail, List.of());
  }

  /** Refuses and points at each offending place. */
  public ProblemException(Rejection rejection, String detail, List<FieldError> errors) {
    super(detail);
    this.rejection = rejection;
    this.errors = List.copyOf(errors);
  }

  public Rejection rejection() {
    return rejection;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** The sentence for a person; never empty. */
  public String detail() {
    String message = getMessage();
    return message == null ? rejection.title() : message;
  }
}
