package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

/** A million values in one request; prints the rate. More with {@code -Dupload.points=1500}. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class UploadRateIT {
  private static final int PER_POINT = 2_976;
  private static final long MOST_GROWTH = 40L << 20;

  /** Writes lines as they are read, so that nobody holds the body, and watches the heap. */
  private static final class Lines extends InputStream {
    private final int points;
    private int point;
    private byte[] line = {};
    private int at;
    private long bytes;
    private long used;

    Lines(int points) {
      this.points = points;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == line.length) {
        if (point == points) {
          used = usedHeap();
          return -1;
        }
        line = next();
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, target, offset, count);
      at += count;
      bytes += count;
      return count;
    }

    /** A hundred characters per value, most of them blanks that mean nothing. */
    private byte[] next() {
      StringBuilder text = new StringBuilder(110 * PER_POINT);
      text.append("{\"accountingPoint\":\"").append(Feed.point(20_000 + point));
      text.append("\",\"direction\":\"CONSUMPTION\",\"quality\":\"MEASURED\",");
      text.append("\"start\":\"2026-01-01T00:00:00Z\",\"values\":[");
      for (int i = 0; i < PER_POINT; i++) {
        text.append(i == 0 ? "" : ",").append("0.").append(100_000 + (point * 31 + i) % 900_000);
        text.append(" ".repeat(92));
      }
      point++;
      return text.append("]}\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void takesAMillionValuesInOneRequestWithoutHoldingItsBody()
      throws IOException, InterruptedException {
    send(new Lines(1));
    Lines lines = new Lines(Integer.getInteger("upload.points", 337));
    long before = usedHeap();
    long began = System.nanoTime();
    HttpResponse<String> answer = send(lines);
    long took = System.nanoTime() - began;
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    long expected = (long) lines.points * PER_POINT;
    JsonObject values = new JsonObject(answer.body()).getJsonObject("values");
    // The first of the points was sent to warm up.
    assertThat(values.getLong("added")).isEqualTo(expected - PER_POINT);
    assertThat(values.getLong("unchanged")).isEqualTo(PER_POINT);
    System.out.printf(
        "%,d values, %,d bytes in %.1f s: %,d values/s; heap %+,d KiB at the end of the body%n",
        expected,
        lines.bytes,
        took / 1e9,
        expected * 1_000_000_000L / took,
        (lines.used - before) >> 10);
    assertThat(lines.bytes).isGreaterThan(90L << 20);
    assertThat(lines.used - before).isLessThan(MOST_GROWTH);
  }

  private static HttpResponse<String> send(Lines lines) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/uploads"))
            .header(
                "Authorization", "Bearer " + EmbeddedServices.current().token("masse", "operator"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
