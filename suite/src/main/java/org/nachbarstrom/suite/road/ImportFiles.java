package org.nachbarstrom.suite.road;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;

/** Hands EDIFACT interchanges to the edifact service. */
public final class ImportFiles {

  private final RestApi api;

  /** To this installation. */
  public ImportFiles(RestApi api) {
    this.api = api;
  }

  /**
   * What became of one file.
   *
   * @param file the file
   * @param status HTTP status: 201 taken, 409 known before, 422 unreadable
   * @param answer interchange or problem
   */
  public record Imported(Path file, int status, JsonNode answer) {

    /** Whether all of its messages were accepted now or before. */
    public boolean accepted() {
      return status == 409 || answer.path("state").asText().equals("ACCEPTED");
    }
  }

  /** Imports one file; a duplicate and an unreadable one are answers, not failures. */
  public Imported importFile(Path file) {
    Predicate<RefusedByService> answered = e -> e.status() == 409 || e.status() == 422;
    try {
      RestApi.Answer answer = api.upload(Stage.EDIFACT, "/v1/interchanges", file);
      return new Imported(file, answer.status(), answer.body());
    } catch (RefusedByService e) {
      if (answered.test(e)) {
        return new Imported(file, e.status(), e.problem());
      }
      throw e;
    }
  }
}
