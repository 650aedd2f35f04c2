package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a utility declares in one file: parties, tariffs, communities with their members, market
 * partners and what these get.
 *
 * @param tenant the utility, if the file names it
 * @param steps what to put where, in an order in which references exist before they are used
 */
public record Declaration(Optional<String> tenant, List<Step> steps) {

  private static final String SCHEMA = "/schemas/declaration/v1/schema.json";

  public Declaration {
    steps = List.copyOf(steps);
  }

  /**
   * Reads and checks a file without talking to anybody.
   *
   * @param yaml the file's text
   * @throws DeclarationRefused with everything that is wrong, by line
   */
  public static Declaration parse(String yaml) {
    YamlDocument document = YamlDocument.parse(yaml);
    refuseIfAny(schemaFindings(document));
    JsonNode root = document.root();
    Findings findings = new Findings(document);
    DeclarationRules.check(root, findings);
    MarketRules.check(root, findings);
    refuseIfAny(findings.all());
    Optional<String> tenant =
        root.has("tenant") ? Optional.of(root.path("tenant").asText()) : Optional.empty();
    return new Declaration(tenant, Steps.of(root));
  }

  /** The published JSON Schema of the file. */
  public static String schema() {
    try (InputStream in = Declaration.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> schemaFindings(YamlDocument document) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema());
    List<Finding> findings = new ArrayList<>();
    for (Error error : schema.validate(document.root().toString(), InputFormat.JSON)) {
      String pointer = error.getInstanceLocation().toString();
      // An error about a field that should not be there, or its name, belongs to that field's line.
      String property = error.getProperty();
      boolean unknown = "additionalProperties".equals(error.getKeyword()) && property != null;
      boolean misnamed = "propertyNames".equals(error.getKeyword()) && property != null;
      String at = unknown || misnamed ? pointer + "/" + property : pointer;
      findings.add(document.finding(at, unknown ? "is not a field of this file" : message(error)));
    }
    return findings;
  }

  private static String message(Error error) {
    String message = error.getMessage();
    int colon = message.indexOf(": ");
    return message.startsWith("/") && colon > 0 ? message.substring(colon + 2) : message;
  }

  private static void refuseIfAny(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new DeclarationRefused(
          findings.stream()
              .distinct()
              .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::pointer))
              .toList());
    }
  }
}
