package org.nachbarstrom.clearing.chain.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names the custom errors of the contract and the values they carry, from its ABI. */
@ApplicationScoped
class CustomErrors {
  private static final String PANIC = "0x4e487b71";
  private static final int SELECTOR = 10;

  private final Map<String, ErrorType> types = new HashMap<>();

  CustomErrors(ObjectMapper json) {
    try (InputStream abi = resource("Stromkonto.abi")) {
      for (JsonNode entry : json.readTree(abi)) {
        if (entry.path("type").asText().equals("error")) {
          ErrorType type = ErrorType.of(entry);
          types.put(StromkontoAbi.selector(type.signature()), type);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file of the compiled contract. */
  static InputStream resource(String name) {
    return Objects.requireNonNull(
        CustomErrors.class.getResourceAsStream("/contracts/" + name), name);
  }

  /**
   * The error in words, such as {@code SequenceNotNext(expected=1, actual=2)}.
   *
   * @param data revert data, hexadecimal
   */
  String describe(String data) {
    if (data.length() < SELECTOR) {
      return "reverted without a reason";
    }
    String selector = data.substring(0, SELECTOR);
    ErrorType type = types.get(selector);
    if (type == null) {
      return selector.equals(PANIC) ? "Panic" + data.substring(data.length() - 2) : selector;
    }
    return type.describe(data.substring(SELECTOR));
  }

  private record Field(String name, String type) {
    String read(String words, int index) {
      if (type.startsWith("bytes")) {
        return AbiWords.bytesAt(words, index, Integer.parseInt(type.substring(5)));
      }
      return type.equals("address")
          ? AbiWords.addressAt(words, index)
          : AbiWords.numberAt(words, index).toString();
    }
  }

  private record ErrorType(String name, List<Field> fields) {
    static ErrorType of(JsonNode entry) {
      List<Field> fields = new ArrayList<>();
      for (JsonNode input : entry.path("inputs")) {
        fields.add(new Field(input.path("name").asText(), input.path("type").asText()));
      }
      return new ErrorType(entry.path("name").asText(), fields);
    }

    String signature() {
      return name + fields.stream().map(Field::type).collect(Collectors.joining(",", "(", ")"));
    }

    String describe(String words) {
      if (AbiWords.count(words) < fields.size()) {
        return name;
      }
      List<String> values = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        values.add(fields.get(i).name() + "=" + fields.get(i).read(words, i));
      }
      return name + values.stream().collect(Collectors.joining(", ", "(", ")"));
    }
  }
}
