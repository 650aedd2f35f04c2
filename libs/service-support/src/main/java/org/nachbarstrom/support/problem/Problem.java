package org.nachbarstrom.support.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.support.trace.Trace;

/**
 * Problem document of RFC 9457 with our extension members.
 *
 * @param type URN of the problem page
 * @param title sentence that holds for the code
 * @param status HTTP status
 * @param detail sentence for this occurrence
 * @param code stable code
 * @param errors places of the request that are wrong; may be empty
 * @param traceId id to look up in the logs; empty without a trace
 * @param more further members of this problem, such as an EDIFACT answer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<FieldError> errors,
    String traceId,
    @JsonAnyGetter Map<String, Object> more) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** Describes a refusal inside the current trace. */
  public static Problem of(Rejection rejection, String detail, List<FieldError> errors) {
    return of(rejection, detail, errors, Map.of());
  }

  /** Describes a refusal with further members. */
  public static Problem of(
      Rejection rejection, String detail, List<FieldError> errors, Map<String, Object> more) {
    return new Problem(
        "urn:nachbarstrom:problem:" + rejection.service() + ":" + rejection.slug(),
        rejection.title(),
        rejection.status(),
        detail,
        rejection.code(),
        errors,
        Trace.currentId(),
        more);
  }
}
