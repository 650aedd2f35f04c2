package org.nachbarstrom.suite.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A proof document as the clearing service hands it out.
 *
 * @param leaf the proven booking
 * @param claimedLeaf its hash as the document states it
 * @param siblings hashes from the leaf up
 * @param merkleRoot the root as the document states it
 * @param batchKey name of the batch on chain, 32 bytes
 * @param contract address of the Stromkonto contract, 20 bytes
 * @param chainId of the chain it lives on
 */
record BookingProof(
    BookingLeaf leaf,
    Hex claimedLeaf,
    List<Hex> siblings,
    Hex merkleRoot,
    Hex batchKey,
    Hex contract,
    long chainId) {

  static final String FORMAT = "nachbarstrom-booking-proof-v1";

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if a field is missing or malformed, with its name
   */
  static BookingProof parse(JsonNode document) {
    if (!document.path("format").asText().equals(FORMAT)) {
      throw new IllegalArgumentException("format: expected " + FORMAT);
    }
    JsonNode booking = document.path("booking");
    BookingLeaf leaf =
        new BookingLeaf(
            UUID.fromString(required(booking, "booking").asText()),
            bytes(booking, "debit", 20),
            bytes(booking, "credit", 20),
            integer(booking, "amountMicroEuro"),
            integer(booking, "energyMilliWattHours"));
    List<Hex> siblings = new ArrayList<>();
    for (JsonNode sibling : required(document, "proof")) {
      siblings.add(bytes("proof", sibling.asText(), 32));
    }
    return new BookingProof(
        leaf,
        bytes(document, "leaf", 32),
        siblings,
        bytes(document, "merkleRoot", 32),
        bytes(document, "batchKey", 32),
        bytes(document, "contract", 20),
        integer(document, "chainId"));
  }

  private static JsonNode required(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException(field + ": missing");
    }
    return value;
  }

  private static long integer(JsonNode object, String field) {
    JsonNode value = required(object, field);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(field + ": expected an integer");
    }
    return value.longValue();
  }

  private static Hex bytes(JsonNode object, String field, int length) {
    return bytes(field, required(object, field).asText(), length);
  }

  private static Hex bytes(String field, String hex, int length) {
    if (!hex.matches("0x[0-9a-fA-F]{" + 2 * length + "}")) {
      throw new IllegalArgumentException(field + ": expected 0x and " + 2 * length + " digits");
    }
    return new Hex(hex.toLowerCase(Locale.ROOT));
  }
}
