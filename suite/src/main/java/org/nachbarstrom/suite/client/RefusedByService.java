package org.nachbarstrom.suite.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A service refused a request; the message is what its problem details say, for people. */
public final class RefusedByService extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;

  RefusedByService(String request, int status, JsonNode problem) {
    super(describe(request, status, problem));
    this.status = status;
    this.problem = problem;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The problem details as sent; missing if the answer had none. */
  public JsonNode problem() {
    return problem;
  }

  private static String describe(String request, int status, JsonNode problem) {
    List<String> lines = new ArrayList<>();
    String code = problem.path("code").asText("");
    String title = problem.path("title").asText("HTTP status " + status).replaceFirst("\\.$", "");
    String detail = problem.path("detail").asText("");
    lines.add((code.isEmpty() ? "" : code + " ") + title + (detail.isEmpty() ? "" : ": " + detail));
    for (JsonNode error : problem.path("errors")) {
      lines.add(
          "  "
              + error.path("pointer").asText("")
              + " "
              + error.path("detail").asText(error.path("code").asText("")));
    }
    lines.add("  (" + request + " answered " + status + ")");
    return String.join(System.lineSeparator(), lines);
  }
}
