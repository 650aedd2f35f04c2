package org.nachbarstrom.edifact.interchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Leaves a stream whose file cannot be unpacked or unpacks to too much. */
final class NotUnpackedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final InterchangeRejection rejection;

  NotUnpackedException(InterchangeRejection rejection, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.rejection = rejection;
  }

  ReceiveOutcome.NotUnpacked outcome() {
    return new ReceiveOutcome.NotUnpacked(rejection, String.valueOf(getMessage()));
  }
}
