package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as JSON, with the line of every field.
 *
 * <p>Numbers are exact decimals. Dates stay text. A whole number of eleven or more digits is text,
 * too: it is a market location that was written without quotes, no quantity of this file is so
 * large.
 */
final class YamlDocument {

  private static final int SHORTEST_MARKET_ID = 11;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Integer> lines = new HashMap<>();
  private JsonNode root = JSON.missingNode();

  private YamlDocument() {}

  /**
   * Reads a file's text.
   *
   * @throws DeclarationRefused if it is not one well-formed YAML document
   */
  static YamlDocument parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    YamlDocument document = new YamlDocument();
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new DeclarationRefused(List.of(new Finding(1, "", "the file is empty")));
      }
      document.root = document.convert(node, "");
      return document;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new DeclarationRefused(List.of(new Finding(line, "", e.getProblem())));
    }
  }

  JsonNode root() {
    return root;
  }

  /** The line of a field, or of the nearest field around it. */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  Finding finding(String pointer, String message) {
    return new Finding(line(pointer), pointer, message);
  }

  private JsonNode convert(Node node, String pointer) {
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar);
      // Anchors are resolved when composing.
      default ->
          throw new DeclarationRefused(
              List.of(finding(pointer, "this kind of YAML node is not used here")));
    };
  }

  private JsonNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String key = ((ScalarNode) entry.getKeyNode()).getValue();
      String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      if (object.has(key)) {
        throw new DeclarationRefused(
            List.of(
                new Finding(
                    entry.getKeyNode().getStartMark().getLine() + 1,
                    at,
                    "occurs twice in the same place")));
      }
      lines.put(at, entry.getKeyNode().getStartMark().getLine() + 1);
      object.set(key, convert(entry.getValueNode(), at));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String pointer) {
    ArrayNode array = JSON.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(convert(element, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    if (number && value.matches("-?\\d{1,10}(\\.\\d+)?") && value.length() < SHORTEST_MARKET_ID) {
      return JSON.numberNode(new BigDecimal(value));
    }
    return JSON.textNode(value);
  }
}
