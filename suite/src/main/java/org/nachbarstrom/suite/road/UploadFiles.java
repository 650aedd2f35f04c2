package org.nachbarstrom.suite.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;

/** Hands meter values to the metering service: lines of JSON, CSV and XLSX files. */
public final class UploadFiles {

  private static final String UPLOADS = "/v1/uploads";

  private final RestApi api;

  /** To this installation. */
  public UploadFiles(RestApi api) {
    this.api = api;
  }

  /**
   * What became of one file.
   *
   * @param file the file
   * @param status HTTP status: 201 taken, 200 known before, 4xx refused
   * @param answer upload or problem
   */
  public record Uploaded(Path file, int status, JsonNode answer) {

    /** Whether nothing of it was refused. */
    public boolean accepted() {
      return status < 300 && answer.path("rejections").isEmpty();
    }

    /** Whether it waits for confirmation. */
    public boolean waits() {
      return answer.path("state").asText().equals("PREVIEWED");
    }
  }

  /** Whether the file is lines of JSON, perhaps packed, by its name. */
  public static boolean isLines(Path file) {
    String name = name(file);
    return name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".gz");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** Writes lines of JSON. The same again changes nothing. */
  public Uploaded lines(Path file) {
    return answered(
        file, () -> api.uploadLines(Stage.METERING, UPLOADS, file, name(file).endsWith(".gz")));
  }

  /** Hands in a CSV or XLSX file for a preview; writes nothing. */
  public Uploaded preview(Path file, JsonNode mapping) {
    Map<String, String> texts =
        mapping instanceof MissingNode ? Map.of() : Map.of("mapping", mapping.toString());
    return answered(file, () -> api.uploadForm(Stage.METERING, UPLOADS, file, texts));
  }

  /** Writes what a preview showed. */
  public Uploaded confirm(Uploaded previewed, boolean acceptRejections) {
    String path =
        UPLOADS
            + "/"
            + previewed.answer().path("id").asText()
            + "/confirmation?acceptRejections="
            + acceptRejections;
    return answered(
        previewed.file(), () -> api.post(Stage.METERING, path, MissingNode.getInstance()));
  }

  /** A refusal of the file is an answer; whatever else a service refuses is not. */
  private static Uploaded answered(Path file, Supplier<RestApi.Answer> request) {
    try {
      RestApi.Answer answer = request.get();
      return new Uploaded(file, answer.status(), answer.body());
    } catch (RefusedByService e) {
      if (e.problem().path("code").asText().startsWith("METERING-")) {
        return new Uploaded(file, e.status(), e.problem());
      }
      throw e;
    }
  }
}
