package org.nachbarstrom.suite.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;

class OutgoingInterchangesTest {

  private static final String LIST = "/v1/outgoing-interchanges?limit=500";
  private static final String NAME = "APERAK__9922222000009_9911111000006_20261101_A1.txt";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer service = newServer();
  private final OutgoingInterchanges outgoing =
      new OutgoingInterchanges(
          new RestApi(stage -> "http://127.0.0.1:" + service.getAddress().getPort(), () -> "t"));

  @TempDir Path folder;

  @BeforeEach
  void startService() {
    service.createContext(
        "/",
        exchange -> {
          String answer = answers.get(exchange.getRequestURI().toString());
          byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.ISO_8859_1);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stopService() {
    service.stop(0);
  }

  @Test
  void writesAllPagesUnderTheNamesOfTheMarketAndNothingThatIsParked() throws IOException {
    answers.put(
        LIST,
        """
        {"items": [{"id": "i2", "state": "PARKED", "fileName": "MSCONS_EM_held_back.txt"}],
         "next": "7"}
        """);
    answers.put(
        LIST + "&cursor=7",
        "{\"items\": [{\"id\": \"i1\", \"state\": \"PENDING\", \"fileName\": \"%s\"}]}"
            .formatted(NAME));
    answers.put("/v1/outgoing-interchanges/i1/raw", "UNA:+.? 'UNB+UNOC:3+\u00dc'");
    Files.writeString(folder.resolve(NAME), "an older and longer copy of the same interchange");

    List<JsonNode> all = outgoing.list();
    assertThat(all).hasSize(2);
    assertThat(outgoing.download(all, folder)).containsExactly(folder.resolve(NAME));
    assertThat(files()).containsExactly(NAME);
    assertThat(Files.readString(folder.resolve(NAME), StandardCharsets.ISO_8859_1))
        .isEqualTo("UNA:+.? 'UNB+UNOC:3+\u00dc'");
  }

  @Test
  void whatCannotBeFetchedLeavesNoFileUnderItsName() throws IOException {
    answers.put(
        LIST,
        "{\"items\": [{\"id\": \"gone\", \"state\": \"PENDING\", \"fileName\": \"%s\"}]}"
            .formatted(NAME));
    assertThatThrownBy(() -> outgoing.download(outgoing.list(), folder))
        .isInstanceOf(RefusedByService.class);
    assertThat(files()).doesNotContain(NAME);
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    for (String name : List.of("../a.txt", "a/b.txt", "/tmp/a.txt", "")) {
      answers.put(
          LIST,
          "{\"items\": [{\"id\": \"i1\", \"state\": \"PENDING\", \"fileName\": \"%s\"}]}"
              .formatted(name));
      assertThatThrownBy(() -> outgoing.download(outgoing.list(), folder))
          .as(name)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void awaitsAKindAndGivesUpInTheEnd() throws InterruptedException {
    answers.put(LIST, "{\"items\": [{\"type\": \"APERAK\"}]}");
    assertThat(
            outgoing.await(
                one -> one.path("type").asText().equals("APERAK"), Duration.ofMinutes(1)))
        .hasSize(1);
    assertThat(outgoing.await(one -> one.path("type").asText().equals("MSCONS"), Duration.ZERO))
        .hasSize(1);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
