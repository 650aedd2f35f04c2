package org.nachbarstrom.edifact.core.interchange;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Keeps written interchanges in memory. */
public final class MemoryTarget implements InterchangeTarget {
  private final Map<InterchangeFileName, ByteArrayOutputStream> interchanges = new HashMap<>();

  @Override
  public OutputStream open(InterchangeFileName name) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    interchanges.put(name, stream);
    return stream;
  }

  /**
   * The bytes of an interchange, ISO 8859-1.
   *
   * @throws IllegalArgumentException if it was not written here
   */
  public byte[] bytes(WrittenInterchange interchange) {
    ByteArrayOutputStream stream = interchanges.get(interchange.fileName());
    if (stream == null) {
      throw new IllegalArgumentException("not written here: " + interchange);
    }
    return stream.toByteArray();
  }
}
