package org.nachbarstrom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedChainTest {

  @TempDir Path folder;

  @Test
  void keepsAccountAndBlocksAcrossARestart() throws Exception {
    Path log = folder.resolve("chain.log");
    String key;
    try (EmbeddedChain chain = EmbeddedChain.start(folder, FreePorts.one(), log)) {
      key = chain.privateKey();
      call(chain, "evm_mine", "");
      call(chain, "evm_mine", "");
      assertThat(call(chain, "eth_blockNumber", "")).contains("\"0x2\"");
      assertThat(call(chain, "eth_chainId", "")).contains("\"0x7a69\"");
    }
    try (EmbeddedChain chain = EmbeddedChain.start(folder, FreePorts.one(), log)) {
      assertThat(chain.privateKey()).isEqualTo(key).matches("0x[0-9a-f]{64}");
      assertThat(call(chain, "eth_blockNumber", "")).contains("\"0x2\"");
      call(chain, "evm_mine", "");
      String block = call(chain, "eth_getBlockByNumber", "\"latest\",false");
      assertThat(block)
          .contains("\"number\":\"0x3\"")
          .contains("\"baseFeePerGas\":\"0x0\"")
          .contains("\"gasLimit\":\"0x3b9aca00\"");
    }
  }

  @Test
  void twoChainsHaveDifferentAccounts() {
    try (EmbeddedChain one = EmbeddedChain.startTemporary();
        EmbeddedChain two = EmbeddedChain.startTemporary()) {
      assertThat(one.privateKey()).isNotEqualTo(two.privateKey());
    }
  }

  private static String call(EmbeddedChain chain, String method, String params) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(chain.url()))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
                              .formatted(method, params)))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
