package org.nachbarstrom.support.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hibernate.exception.DataException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception that reaches the HTTP edge into a problem document. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String NUL_IN_TEXT = "22021";
  private static final int UNAVAILABLE = 503;

  /** Long enough for most of what stands in the way, short enough for a person who waits. */
  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper
  public Response refused(ProblemException exception) {
    return answer(exception.rejection(), exception.detail(), exception.errors());
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException exception) {
    List<FieldError> errors =
        exception.getConstraintViolations().stream()
            .map(violation ->
                new FieldError(
                    pointer(violation.getPropertyPath().toString()),
                    "INVALID",
                    violation.getMessage()))
            .sorted(java.util.Comparator.comparing(FieldError::pointer))
            .toList();
    return answer(PlatformRejection.MALFORMED_REQUEST, "Some fields are not valid.", errors);
  }

  /** Quarkus has a mapper of its own for this one, which answers plain text. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException exception) {
    return malformed(exception);
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException exception) {
    return malformed(exception);
  }

  @ServerExceptionMapper
  public Response unauthenticated(UnauthorizedException exception) {
    return challenge();
  }

  @ServerExceptionMapper
  public Response badToken(AuthenticationFailedException exception) {
    return challenge();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException exception) {
    return answer(PlatformRejection.NOT_ALLOWED, PlatformRejection.NOT_ALLOWED.title(), List.of());
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException exception) {
    if (exception.getCause() instanceof ProblemException problem) {
      return refused(problem);
    }
    if (exception.getCause() instanceof JsonProcessingException json) {
      return malformed(json);
    }
    int status = exception.getResponse().getStatus();
    Rejection rejection = forStatus(status);
    Problem problem = Problem.of(rejection, messageOf(exception, rejection), List.of());
    Problem withStatus =
        new Problem(
            problem.type(),
            problem.title(),
            status,
            problem.detail(),
            problem.code(),
            problem.errors(),
            problem.traceId(),
            problem.more());
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(withStatus).build();
  }

  /** PostgreSQL keeps any text but one with the character NUL. */
  @ServerExceptionMapper
  public Response unstorable(DataException exception) {
    return NUL_IN_TEXT.equals(exception.getSQLState())
        ? answer(
            PlatformRejection.MALFORMED_REQUEST,
            "A text of the request has the character NUL.",
            List.of())
        : failed(exception);
  }

  @ServerExceptionMapper
  public Response failed(Throwable throwable) {
    LOG.errorf(throwable, "Request failed");
    return answer(
        PlatformRejection.INTERNAL_ERROR,
        "Nothing was changed. Try again; if it stays, report the trace id.",
        List.of());
  }

  private static Response challenge() {
    Problem problem =
        Problem.of(
            PlatformRejection.NOT_AUTHENTICATED,
            "Send an Authorization header with a bearer token of the configured issuer.",
            List.of());
    return Response.status(401)
        .header("WWW-Authenticate", "Bearer")
        .type(Problem.MEDIA_TYPE)
        .entity(problem)
        .build();
  }

  private static Response malformed(JsonProcessingException exception) {
    String pointer = "";
    if (exception instanceof JsonMappingException mapping) {
      StringBuilder path = new StringBuilder();
      mapping
          .getPath()
          .forEach(step ->
              path.append('/')
                  .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
      pointer = path.toString();
    }
    FieldError error = new FieldError(pointer, "UNREADABLE", exception.getOriginalMessage());
    return answer(
        PlatformRejection.MALFORMED_REQUEST, "The JSON body cannot be read.", List.of(error));
  }

  private static Response answer(Rejection rejection, String detail, List<FieldError> errors) {
    Response.ResponseBuilder answer =
        Response.status(rejection.status())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(rejection, detail, errors));
    return rejection.status() == UNAVAILABLE
        ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : answer.build();
  }

  private static Rejection forStatus(int status) {
    return switch (status) {
      case 401 -> PlatformRejection.NOT_AUTHENTICATED;
      case 403 -> PlatformRejection.NOT_ALLOWED;
      case 404 -> PlatformRejection.NOT_FOUND;
      case 413 -> PlatformRejection.TOO_LARGE;
      default -> PlatformRejection.REFUSED_BY_HTTP;
    };
  }

  private static String messageOf(WebApplicationException exception, Rejection rejection) {
    @Nullable String message = exception.getMessage();
    return message == null ? rejection.title() : message;
  }

  /** Bean validation says {@code method.argument.field[0].name}; a pointer names the field only. */
  private static String pointer(String path) {
    String[] steps = path.split("\\.", 3);
    String rest = steps.length == 3 ? steps[2] : steps[steps.length - 1];
    return "/" + rest.replace("[", "/").replace("]", "").replace('.', '/');
  }
}
