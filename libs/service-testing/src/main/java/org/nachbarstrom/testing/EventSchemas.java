package org.nachbarstrom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Events as agreed in {@code schemas/events}. */
public final class EventSchemas {
  private EventSchemas() {}

  /** Asserts that a body is valid for an address such as {@code metering.member-energy.v1}. */
  public static void assertValid(String address, String body) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema = registry.getSchema(read(folder(address).resolve("schema.json")));
    assertThat(schema.validate(body, InputFormat.JSON))
        .as("body of %s: %s", address, body.length() > 2000 ? body.substring(0, 2000) : body)
        .isEmpty();
  }

  /** An agreed example, such as {@code ("metering.member-energy.v1", "consumer")}. */
  public static String example(String address, String name) {
    return read(folder(address).resolve("examples").resolve(name + ".json"));
  }

  private static Path folder(String address) {
    return ProjectFiles.root().resolve("schemas/events").resolve(address.replace('.', '/'));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
