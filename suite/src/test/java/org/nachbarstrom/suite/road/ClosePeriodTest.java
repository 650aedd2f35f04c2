package org.nachbarstrom.suite.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.ServiceUnreachable;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.road.ClosePeriod.Outcome;

class ClosePeriodTest {

  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 1);
  private static final String CLOSED =
      """
      {"id": "c1", "state": "CLOSED", "version": 2, "waitingFor": [],
       "members": [{"accountingPoint": "50000000013"}, {"accountingPoint": "50000000063"}]}
      """;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> progress = new ArrayList<>();
  private final HttpServer services = newServer();

  @BeforeEach
  void startServices() {
    services.createContext(
        "/",
        exchange -> {
          String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          String answer = answers.get(request);
          byte[] body =
              (answer == null ? "{\"title\": \"No such thing\", \"code\": \"X-0001\"}" : answer)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    services.start();
    answers.put("POST /v1/closings", "{\"id\": \"c1\", \"state\": \"REQUESTED\"}");
  }

  @AfterEach
  void stopServices() {
    services.stop(0);
  }

  @Test
  void isDoneWhenTheNewestVersionIsCleared() throws InterruptedException {
    answers.put("GET /v1/closings/c1", CLOSED);
    answers.put(
        "GET /v1/runs?closing=c1",
        """
        {"items": [{"version": 2, "state": "CLEARED", "batch": "b2"},
                   {"version": 1, "state": "SUPERSEDED"}], "next": null}
        """);
    assertThat(close())
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(done.run().path("batch").asText()).isEqualTo("b2"));
  }

  @Test
  void asksAPersonWhenTheSameGapRemains() throws InterruptedException {
    answers.put(
        "GET /v1/closings/c1",
        """
        {"id": "c1", "state": "WAITING", "version": 0,
         "waitingFor": [{"code": "SERIES_GAP", "accountingPoint": "50000000013", "missing": 4}]}
        """);
    assertThat(close())
        .isInstanceOfSatisfying(
            Outcome.Waiting.class,
            waiting ->
                assertThat(waiting.reasons())
                    .singleElement()
                    .satisfies(reason -> {
                      assertThat(reason.stage()).isEqualTo(Stage.METERING);
                      assertThat(reason.what().path("missing").asInt()).isEqualTo(4);
                    }));
    assertThat(progress).containsExactly("metering: waiting");
  }

  @Test
  void tellsWhichPriceIsMissing() throws InterruptedException {
    answers.put("GET /v1/closings/c1", CLOSED);
    answers.put("GET /v1/runs?closing=c1", "{\"items\": [], \"next\": null}");
    answers.put(
        "GET /v1/ratings?closing=c1",
        """
        {"version": 2, "rated": 1, "waiting": 1, "items": [
          {"accountingPoint": "50000000063", "state": "RATED", "waitingFor": []},
          {"accountingPoint": "50000000013", "state": "WAITING",
           "waitingFor": [{"code": "NO_PRICE", "component": "BASE_FEE", "day": "2026-10-05"}]}]}
        """);
    assertThat(close())
        .isInstanceOfSatisfying(
            Outcome.Waiting.class,
            waiting ->
                assertThat(waiting.reasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.stage()).isEqualTo(Stage.PRICING)));
    assertThat(progress).containsExactly("pricing: 1 of 2 members rated");
  }

  @Test
  void refusalOfClearingIsAnAnswer() throws InterruptedException {
    answers.put("GET /v1/closings/c1", CLOSED);
    answers.put(
        "GET /v1/runs?closing=c1", "{\"items\": [{\"version\": 2, \"state\": \"REFUSED\"}]}");
    assertThat(close()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void refusedAndDeadServicesAreDifferentFailures() {
    assertThatThrownBy(this::close)
        .isInstanceOf(RefusedByService.class)
        .hasMessageContaining("X-0001 No such thing")
        .hasMessageContaining("GET /v1/closings/c1 answered 404");
    services.stop(0);
    assertThatThrownBy(this::close)
        .isInstanceOf(ServiceUnreachable.class)
        .hasMessageContaining("metering");
  }

  private Outcome close() throws InterruptedException {
    String url = "http://127.0.0.1:" + services.getAddress().getPort();
    RestApi api = new RestApi(stage -> url, () -> "token");
    return new ClosePeriod(api, progress::add, Duration.ofSeconds(20), Duration.ofMillis(300))
        .close("sonnenweg", FROM, TO);
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
