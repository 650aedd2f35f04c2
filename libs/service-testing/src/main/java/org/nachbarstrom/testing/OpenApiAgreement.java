package org.nachbarstrom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the committed OpenAPI document and the served one the same. */
public final class OpenApiAgreement {
  private OpenApiAgreement() {}

  /**
   * Compares; with {@code -Dopenapi.update=true} writes the served document instead.
   *
   * @param module name of the service module, also of the file
   * @param served body of {@code GET /q/openapi}
   */
  public static void check(String module, String served) {
    Path file = ProjectFiles.root().resolve("schemas/openapi").resolve(module + ".yaml");
    try {
      if (Boolean.getBoolean("openapi.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, served);
      }
      assertThat(Files.readString(file))
          .as("served API against %s; -Dopenapi.update=true rewrites it", file.getFileName())
          .isEqualTo(served);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
