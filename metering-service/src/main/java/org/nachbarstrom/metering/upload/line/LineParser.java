package org.nachbarstrom.metering.upload.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.nachbarstrom.metering.upload.Fault;

/** Splits the JSON object of a line into its members; knows their form, not their meaning. */
final class LineParser {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxNumberLength(60)
                  .maxStringLength(400)
                  .maxNameLength(60)
                  .build())
          .build();

  private LineParser() {}

  /** Reads the bytes into the members. */
  static void parse(byte[] bytes, int length, LineMembers members) throws LineFault {
    try (JsonParser parser = JSON.createParser(bytes, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new LineFault("", Fault.UNREADABLE_LINE, "A line is a JSON object.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        member(parser, members);
      }
      if (parser.nextToken() != null) {
        throw new LineFault("", Fault.UNREADABLE_LINE, "Something follows the JSON object.");
      }
    } catch (JsonProcessingException unreadable) {
      throw new LineFault("", Fault.UNREADABLE_LINE, unreadable.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new LineFault("", Fault.UNREADABLE_LINE, String.valueOf(unreadable.getMessage()));
    }
  }

  private static void member(JsonParser parser, LineMembers members) throws IOException, LineFault {
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    LineMembers.Text text = LineMembers.Text.of(name);
    boolean first;
    if (text != null) {
      require(token == JsonToken.VALUE_STRING, "/" + name, "is a text");
      first = members.put(text, parser.getText());
    } else {
      first =
          switch (name) {
            case "values" -> members.beginValues();
            case "qualities" -> members.beginRuns();
            case "readings" -> members.beginReadings();
            default -> throw unknown("/" + name);
          };
      require(token == JsonToken.START_ARRAY, "/" + name, "is an array");
      elements(name, parser, members);
    }
    require(first, "/" + name);
  }

  private static void require(boolean first, String pointer) throws LineFault {
    if (!first) {
      throw new LineFault(pointer, Fault.MEMBER_TWICE, "The member is there twice.");
    }
  }

  private static void elements(String name, JsonParser parser, LineMembers members)
      throws IOException, LineFault {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (name) {
        case "values" -> value(parser, members);
        case "qualities" -> run(parser, members);
        default -> reading(parser, members);
      }
      int most = LineMembers.MOST_VALUES;
      if (members.count() > most
          || members.readings().size() > most
          || members.runs().size() > most) {
        throw new LineFault(
            "/" + name, Fault.TOO_MANY_VALUES, "A line has at most %,d values.".formatted(most));
      }
    }
  }

  private static void value(JsonParser parser, LineMembers members) throws IOException, LineFault {
    switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> members.addValue(parser.getText());
      case VALUE_NULL -> members.addNone();
      default ->
          throw new LineFault(
              "/values/" + members.count(),
              Fault.UNREADABLE_MEMBER,
              "A value is a number, a text with a number, or null.");
    }
  }

  private static void run(JsonParser parser, LineMembers members) throws IOException, LineFault {
    String pointer = "/qualities/" + members.runs().size();
    require(parser.currentToken() == JsonToken.START_OBJECT, pointer, "is an object");
    String quality = "";
    int count = 0;
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      require(names.add(name), pointer + "/" + name);
      JsonToken token = parser.nextToken();
      switch (name) {
        case "quality" -> {
          require(token == JsonToken.VALUE_STRING, pointer + "/quality", "is a text");
          quality = parser.getText();
        }
        case "count" -> {
          require(token == JsonToken.VALUE_NUMBER_INT, pointer + "/count", "is an integer");
          count = parser.getIntValue();
        }
        default -> throw unknown(pointer + "/" + name);
      }
    }
    members.runs().add(new LineMembers.Run(quality, count));
  }

  private static void reading(JsonParser parser, LineMembers members)
      throws IOException, LineFault {
    String pointer = "/readings/" + members.readings().size();
    require(parser.currentToken() == JsonToken.START_OBJECT, pointer, "is an object");
    String at = "";
    String value = "";
    String quality = "";
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      require(names.add(name), pointer + "/" + name);
      JsonToken token = parser.nextToken();
      require(token.isScalarValue(), pointer + "/" + name, "is a text or number");
      switch (name) {
        case "at" -> at = parser.getText();
        case "value" -> value = parser.getText();
        case "quality" -> quality = parser.getText();
        default -> throw unknown(pointer + "/" + name);
      }
    }
    members.readings().add(new LineMembers.RawReading(at, value, quality));
  }

  private static LineFault unknown(String pointer) {
    return new LineFault(pointer, Fault.UNKNOWN_MEMBER, "Lines have no such member.");
  }

  private static void require(boolean good, String pointer, String what) throws LineFault {
    if (!good) {
      throw new LineFault(pointer, Fault.UNREADABLE_MEMBER, "The member " + what + ".");
    }
  }
}
