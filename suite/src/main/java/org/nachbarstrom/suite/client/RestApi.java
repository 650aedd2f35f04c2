package org.nachbarstrom.suite.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nachbarstrom.suite.launch.Stage;

/**
 * The REST APIs of the five services, as JSON.
 *
 * <p>Every method throws {@link RefusedByService} when a service answers with a problem and {@link
 * ServiceUnreachable} when it does not answer.
 */
public final class RestApi {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Function<Stage, String> urls;
  private final Supplier<String> token;

  /**
   * The services at these addresses.
   *
   * @param urls address of a service, without a slash at the end
   * @param token gives a bearer token that is valid now
   */
  public RestApi(Function<Stage, String> urls, Supplier<String> token) {
    this.urls = urls;
    this.token = token;
  }

  /**
   * An answer that was not refused.
   *
   * @param status HTTP status, 2xx
   * @param body JSON, missing if there was none
   */
  public record Answer(int status, JsonNode body) {}

  /** Reads one resource. */
  public JsonNode get(Stage stage, String path) {
    return send(stage, path, "GET", BodyPublishers.noBody(), "application/json").body();
  }

  /** Reads one resource that may not exist. */
  public Optional<JsonNode> find(Stage stage, String path) {
    try {
      return Optional.of(get(stage, path));
    } catch (RefusedByService e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Reads all pages of a list. */
  public List<JsonNode> list(Stage stage, String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String page = path;
    while (true) {
      JsonNode answer = get(stage, page);
      answer.path("items").forEach(items::add);
      String next = answer.path("next").asText("");
      if (next.isEmpty() || answer.path("next").isNull()) {
        return items;
      }
      page = path + separator + "cursor=" + encode(next);
    }
  }

  /** Puts a resource in place. */
  public Answer put(Stage stage, String path, JsonNode body) {
    return send(stage, path, "PUT", json(body), "application/json");
  }

  /** Posts to a collection or an action. */
  public Answer post(Stage stage, String path, JsonNode body) {
    return send(stage, path, "POST", json(body), "application/json");
  }

  /** Posts a file as it is, without reading it into memory. */
  public Answer upload(Stage stage, String path, Path file) {
    try {
      return send(stage, path, "POST", BodyPublishers.ofFile(file), "application/edifact");
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("No such file: " + file, e);
    }
  }

  /**
   * Posts lines of JSON as they are, without reading them into memory.
   *
   * @param packed whether the file is gzip
   */
  public Answer uploadLines(Stage stage, String path, Path file, boolean packed) {
    try {
      HttpRequest.Builder request =
          request(stage, path)
              .header("Content-Type", "application/x-ndjson")
              .POST(BodyPublishers.ofFile(file));
      return send(stage, packed ? request.header("Content-Encoding", "gzip") : request);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("No such file: " + file, e);
    }
  }

  /** Posts a file, and a text that says more about it if there is one, as a form. */
  public Answer uploadForm(Stage stage, String path, Path file, Map<String, String> texts) {
    String boundary = "nachbarstrom-" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    texts.forEach((name, text) -> head.append(part(boundary, name, "")).append(text));
    String name = file.getFileName().toString().replace("\"", "_");
    head.append(part(boundary, "file", "; filename=\"" + name + "\""));
    try {
      return send(
          stage,
          request(stage, path)
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(
                  BodyPublishers.concat(
                      BodyPublishers.ofString(head.toString()),
                      BodyPublishers.ofFile(file),
                      BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("No such file: " + file, e);
    }
  }

  private static String part(String boundary, String name, String more) {
    return "\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(boundary, name, more);
  }

  /** Copies an answer as it is, without reading it into memory. */
  public void download(Stage stage, String path, String accept, OutputStream target) {
    HttpRequest request = request(stage, path).header("Accept", accept).GET().build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() >= 300) {
          String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          throw new RefusedByService("GET " + path, response.statusCode(), parse(text));
        }
        body.transferTo(target);
      }
    } catch (IOException e) {
      throw unreachable(stage, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** One path segment or query value, safe inside a path. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer send(
      Stage stage, String path, String method, BodyPublisher body, String contentType) {
    return send(
        stage, request(stage, path).header("Content-Type", contentType).method(method, body));
  }

  private Answer send(Stage stage, HttpRequest.Builder builder) {
    HttpRequest request = builder.header("Accept", "application/json").build();
    String what = request.method() + " " + request.uri().getRawPath();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      JsonNode answer = parse(response.body());
      if (response.statusCode() >= 300) {
        throw new RefusedByService(what, response.statusCode(), answer);
      }
      return new Answer(response.statusCode(), answer);
    } catch (IOException e) {
      throw unreachable(stage, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest.Builder request(Stage stage, String path) {
    return HttpRequest.newBuilder(URI.create(urls.apply(stage) + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token.get());
  }

  private static BodyPublisher json(JsonNode body) {
    return body.isMissingNode()
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(body.toString());
  }

  private static JsonNode parse(String text) {
    if (text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static ServiceUnreachable unreachable(Stage stage, IOException cause) {
    return new ServiceUnreachable(
        "The " + stage.key() + " service does not answer; see: ./nachbarstrom status", cause);
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted", cause);
  }
}
