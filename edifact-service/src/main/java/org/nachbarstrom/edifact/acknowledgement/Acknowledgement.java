package org.nachbarstrom.edifact.acknowledgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakError;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * What a message of a partner tells about something that we sent.
 *
 * @param position its place in its interchange, from 1
 * @param reference its UNH 0062
 * @param kind CONTRL or APERAK
 * @param answeredInterchange reference of the interchange it answers
 * @param answeredMessage document number or UNH reference of the message it answers; empty for the
 *     whole interchange
 * @param positive whether it accepts
 * @param reasons why it does not, the first fifty; empty if it accepts
 */
public record Acknowledgement(
    int position,
    String reference,
    Answer.Kind kind,
    String answeredInterchange,
    String answeredMessage,
    boolean positive,
    List<String> reasons) {
  private static final int MAX_REASONS = 50;

  /** What a message tells. */
  public Acknowledgement {
    reasons = reasons.stream().limit(MAX_REASONS).toList();
  }

  /** What a CONTRL tells: it always decides about the whole interchange. */
  public static Acknowledgement of(int position, MessageHeader header, ContrlMessage contrl) {
    List<String> reasons = new ArrayList<>();
    contrl.error().ifPresent(error -> reasons.add(text(error)));
    contrl.messages().forEach(message -> addReasons(reasons, message));
    return new Acknowledgement(
        position,
        header.reference(),
        Answer.Kind.CONTRL,
        contrl.interchangeReference(),
        "",
        contrl.accepted(),
        reasons);
  }

  /** What an APERAK tells: it decides about one message. */
  public static Acknowledgement of(int position, MessageHeader header, AperakMessage aperak) {
    AnsweredMessage answered = aperak.answered();
    String message =
        answered.documentNumber().isEmpty()
            ? answered.messageReference()
            : answered.documentNumber();
    return new Acknowledgement(
        position,
        header.reference(),
        Answer.Kind.APERAK,
        answered.interchangeReference(),
        message,
        aperak.accepted(),
        aperak.errors().stream().map(Acknowledgement::text).toList());
  }

  private static void addReasons(List<String> reasons, MessageReport report) {
    String message = "message " + report.header().reference() + ": ";
    report.error().ifPresent(error -> reasons.add(message + text(error)));
    for (SegmentReport segment : report.segments()) {
      String place = message + "segment " + segment.number();
      if (segment.code() != 0) {
        reasons.add(place + ": " + segment.code() + " " + segment.text());
      }
      for (ElementError error : segment.elements()) {
        reasons.add(
            place
                + place(error.element(), error.component())
                + ": "
                + code(error.code(), error.text()));
      }
    }
  }

  private static String text(ServiceError error) {
    return error.segment()
        + place(error.element(), error.component())
        + ": "
        + code(error.code(), error.text());
  }

  private static String text(AperakError error) {
    List<String> parts = new ArrayList<>();
    parts.add(code(error.code(), error.text()));
    parts.addAll(error.description());
    parts.addAll(error.deviation());
    Optional.of(error.segmentText()).filter(text -> !text.isEmpty()).ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private static String place(int element, int component) {
    return (element > 0 ? " element " + element : "")
        + (component > 0 ? " component " + component : "");
  }

  private static String code(Object code, String text) {
    return code + " " + text;
  }
}
