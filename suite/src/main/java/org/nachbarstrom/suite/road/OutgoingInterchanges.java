package org.nachbarstrom.suite.road;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;

/** What we send to partners: answers and messages. */
public final class OutgoingInterchanges {

  private static final String PATH = "/v1/outgoing-interchanges";
  private static final String PARKED = "PARKED";
  private static final Duration POLL = Duration.ofMillis(250);

  private final RestApi api;

  /** Of these services. */
  public OutgoingInterchanges(RestApi api) {
    this.api = api;
  }

  /** All of them as the service shows them, the latest first. */
  public List<JsonNode> list() {
    return api.list(Stage.EDIFACT, PATH + "?limit=500");
  }

  /**
   * All of them as soon as one is of a kind; what there is when the time is over.
   *
   * @param wanted what to wait for
   * @param timeout how long
   */
  public List<JsonNode> await(Predicate<JsonNode> wanted, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      List<JsonNode> found = list();
      if (found.stream().anyMatch(wanted) || System.nanoTime() > deadline) {
        return found;
      }
      Thread.sleep(POLL);
    }
  }

  /**
   * Writes interchanges into a folder under their file names of the market, replacing files of
   * these names; a file appears whole. Parked ones are not given out. To fetch is not to confirm:
   * nothing counts as delivered by it.
   *
   * @return the files, in the order of the interchanges
   */
  public List<Path> download(List<JsonNode> interchanges, Path folder) {
    List<Path> files = new ArrayList<>();
    for (JsonNode interchange : interchanges) {
      if (!interchange.path("state").asText().equals(PARKED)) {
        files.add(download(interchange, folder));
      }
    }
    return files;
  }

  private Path download(JsonNode interchange, Path folder) {
    String name = interchange.path("fileName").asText();
    Path file = folder.resolve(name);
    if (!folder.equals(file.getParent()) || !file.endsWith(name)) {
      throw new IllegalStateException("No name of a file: " + name);
    }
    Path unfinished = folder.resolve(name + ".part");
    String id = RestApi.encode(interchange.path("id").asText());
    try {
      try (OutputStream target = Files.newOutputStream(unfinished)) {
        api.download(Stage.EDIFACT, PATH + "/" + id + "/raw", "application/edifact", target);
      }
      return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
