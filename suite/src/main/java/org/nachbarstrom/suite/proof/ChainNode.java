package org.nachbarstrom.suite.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** The few questions a verifier asks a chain node, over JSON-RPC. */
final class ChainNode implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WORD = 32;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI url;

  ChainNode(URI url) {
    this.url = url;
  }

  long chainId() throws IOException {
    return Long.decode(call("eth_chainId", JSON.createArrayNode()).asText());
  }

  boolean hasCode(String contract) throws IOException {
    ArrayNode params = JSON.createArrayNode().add(contract).add("latest");
    return call("eth_getCode", params).asText().length() > "0x".length();
  }

  /** The root that the contract keeps for a batch; zeros if it knows none. */
  Hex batchRoot(String contract, Hex batchKey) throws IOException {
    byte[] selector =
        Arrays.copyOf(Keccak.hash("batch(bytes32)".getBytes(StandardCharsets.US_ASCII)), 4);
    ObjectNode question = JSON.createObjectNode();
    question.put("to", contract);
    question.put("data", Hex.of(selector).text() + batchKey.digits());
    String answer = call("eth_call", JSON.createArrayNode().add(question).add("latest")).asText();
    if (answer.length() < "0x".length() + 2 * WORD) {
      return Hex.of(new byte[WORD]);
    }
    return new Hex(answer.substring(0, "0x".length() + 2 * WORD));
  }

  private JsonNode call(String method, ArrayNode params) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    body.put("method", method).set("params", params);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (answer.has("error")) {
        throw new IOException(
            "The chain node refuses " + method + ": " + answer.path("error").path("message"));
      }
      return answer.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking the chain node", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
