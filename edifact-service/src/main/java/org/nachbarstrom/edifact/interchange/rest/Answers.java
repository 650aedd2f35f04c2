package org.nachbarstrom.edifact.interchange.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.interchange.InterchangeRejection;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.Problem;

/** HTTP answers to a received interchange. */
final class Answers {
  private static final int MAX_ERRORS = 100;

  private Answers() {}

  static Response to(ReceiveOutcome outcome) {
    return switch (outcome) {
      case ReceiveOutcome.Received received ->
          Response.created(location(received.interchange().id()))
              .entity(InterchangeView.of(received.interchange(), received.messages()))
              .build();
      case ReceiveOutcome.Duplicate duplicate -> duplicate(duplicate);
      case ReceiveOutcome.Unreadable unreadable -> unreadable(unreadable);
      case ReceiveOutcome.NotUnpacked failed -> refused(failed.rejection(), failed.detail());
    };
  }

  static Response refused(InterchangeRejection rejection, String detail) {
    return Response.status(rejection.status())
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(rejection, detail, List.of()))
        .build();
  }

  private static Response duplicate(ReceiveOutcome.Duplicate duplicate) {
    String detail =
        "Sender %s used the reference %s before, see interchange %s."
            .formatted(duplicate.sender(), duplicate.reference(), duplicate.earlier());
    Problem problem =
        Problem.of(
            InterchangeRejection.DUPLICATE_INTERCHANGE,
            detail,
            List.of(),
            Map.of("interchange", duplicate.earlier()));
    return answer(problem, duplicate.earlier());
  }

  private static Response unreadable(ReceiveOutcome.Unreadable unreadable) {
    List<FieldError> errors =
        Stream.concat(
                unreadable.interchange().findings().stream(),
                unreadable.messages().stream().flatMap(message -> message.findings().stream()))
            .filter(finding -> finding.code().level().syntax())
            .limit(MAX_ERRORS)
            .map(Answers::error)
            .toList();
    UUID id = unreadable.interchange().id();
    Map<String, Object> more = new HashMap<>();
    more.put("interchange", id);
    unreadable
        .contrl()
        .ifPresent(bytes -> more.put("contrl", new String(bytes, StandardCharsets.ISO_8859_1)));
    String detail =
        "Nothing of it was taken. Correct it and send it again; the reference may stay the same.";
    return answer(
        Problem.of(InterchangeRejection.UNREADABLE_INTERCHANGE, detail, errors, more), id);
  }

  private static FieldError error(Finding finding) {
    return new FieldError(finding.position().toString(), finding.code().name(), finding.text());
  }

  private static Response answer(Problem problem, UUID interchange) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .location(location(interchange))
        .entity(problem)
        .build();
  }

  private static URI location(UUID interchange) {
    return URI.create("/v1/interchanges/" + interchange);
  }
}
