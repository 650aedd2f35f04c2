package org.nachbarstrom.suite.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProofCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();
  private static final UUID BOOKING = UUID.fromString("0f6d1d2e-0000-4000-8000-000000000003");

  private HttpServer node = newServer();
  private String rootOnChain = "";

  @BeforeEach
  void startNode() {
    node.createContext(
        "/",
        exchange -> {
          String question =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String method = JSON.readTree(question).path("method").asText();
          String result =
              switch (method) {
                case "eth_chainId" -> "0x7a69";
                case "eth_getCode" -> "0x6080";
                default -> rootOnChain + "00".repeat(96);
              };
          byte[] answer = JSON.writeValueAsBytes(JSON.createObjectNode().put("result", result));
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    node.start();
  }

  @AfterEach
  void stopNode() {
    node.stop(0);
  }

  @Test
  void keccakAgreesWithPublishedVectors() {
    // The empty word and "abc", as published with the original Keccak submission.
    assertThat(HEX.formatHex(Keccak.hash(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(HEX.formatHex(Keccak.hash("abc".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }

  @Test
  void nodesHashTheSmallerChildFirst() {
    Hex low = new Hex("0x" + "00".repeat(32));
    Hex high = new Hex("0xff" + "00".repeat(31));
    assertThat(MerklePath.root(low, List.of(high)))
        .isEqualTo(MerklePath.root(high, List.of(low)))
        .isEqualTo(Hex.of(Keccak.hash(low.bytes(), high.bytes())));
    assertThat(MerklePath.root(low, List.of())).isEqualTo(low);
  }

  @Test
  void goodProofHoldsInEveryPoint() throws IOException {
    ObjectNode proof = proof();
    rootOnChain = proof.path("merkleRoot").asText();
    assertThat(ProofCheck.check(proof, url())).hasSize(5).allMatch(ProofCheck.Result::holds);
  }

  @Test
  void aChangedAmountIsNoticed() throws IOException {
    ObjectNode proof = proof();
    rootOnChain = proof.path("merkleRoot").asText();
    ((ObjectNode) proof.path("booking")).put("amountMicroEuro", 770_001);
    assertThat(ProofCheck.check(proof, url()))
        .extracting(ProofCheck.Result::holds)
        .containsExactly(false, false, true, true, false);
  }

  @Test
  void anotherRootOnChainIsNoticed() throws IOException {
    rootOnChain = "0x" + "ab".repeat(32);
    assertThat(ProofCheck.check(proof(), url()))
        .extracting(ProofCheck.Result::holds)
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void malformedDocumentIsNamed() {
    ObjectNode proof = proof();
    proof.put("leaf", "0x12");
    assertThatThrownBy(() -> ProofCheck.check(proof, url()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leaf: expected 0x and 64 digits");
  }

  private static ObjectNode proof() {
    Hex debit = new Hex("0x" + "11".repeat(20));
    Hex credit = new Hex("0x" + "22".repeat(20));
    Hex leaf = new BookingLeaf(BOOKING, debit, credit, 770_000, 7_000_000).hash();
    Hex sibling = new Hex("0x" + "33".repeat(32));
    ObjectNode proof = JSON.createObjectNode().put("format", BookingProof.FORMAT);
    proof
        .putObject("booking")
        .put("booking", BOOKING.toString())
        .put("debit", debit.text())
        .put("credit", credit.text())
        .put("amountMicroEuro", 770_000)
        .put("energyMilliWattHours", 7_000_000);
    proof.put("leaf", leaf.text()).putArray("proof").add(sibling.text());
    proof.put("merkleRoot", MerklePath.root(leaf, List.of(sibling)).text());
    proof.put("batchKey", "0x" + "44".repeat(32)).put("contract", "0x" + "55".repeat(20));
    return proof.put("chainId", 31337);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + node.getAddress().getPort());
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
