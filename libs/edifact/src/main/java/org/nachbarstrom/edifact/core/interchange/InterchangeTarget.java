package org.nachbarstrom.edifact.core.interchange;

import java.io.IOException;
import java.io.OutputStream;

/** Where written interchanges go. */
@FunctionalInterface
public interface InterchangeTarget {
  /**
   * Opens a place for an interchange. The writer closes the stream when the interchange is whole;
   * if writing fails before, what came so far is worth nothing.
   *
   * @throws IOException if there is no place
   */
  OutputStream open(InterchangeFileName name) throws IOException;
}
