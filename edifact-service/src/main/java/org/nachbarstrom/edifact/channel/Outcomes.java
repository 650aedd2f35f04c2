package org.nachbarstrom.edifact.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.ReceiveOutcome;
import org.nachbarstrom.edifact.interchange.ReceivedMessage;

/** Writes what came of a file as it lies beside the file. */
@ApplicationScoped
class Outcomes {
  private static final int MOST_FINDINGS = 100;

  private final ObjectMapper json;

  Outcomes(ObjectMapper json) {
    this.json = json;
  }

  /** Read, or known already: done. Broken syntax, no edifact at all: failed. */
  FileOutcome of(ReceiveOutcome outcome) {
    return switch (outcome) {
      case ReceiveOutcome.Received received ->
          outcome(true, facts("RECEIVED", received.interchange(), received.messages()));
      case ReceiveOutcome.Duplicate duplicate -> {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("outcome", "DUPLICATE");
        facts.put("sender", duplicate.sender());
        facts.put("reference", duplicate.reference());
        facts.put("interchange", duplicate.earlier());
        yield outcome(true, facts);
      }
      case ReceiveOutcome.NotUnpacked broken -> {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("outcome", "NOT_UNPACKED");
        facts.put("code", broken.rejection().code());
        facts.put("detail", broken.detail());
        yield outcome(false, facts);
      }
      case ReceiveOutcome.Unreadable unreadable -> {
        Map<String, Object> facts =
            facts("UNREADABLE", unreadable.interchange(), unreadable.messages());
        unreadable
            .contrl()
            .ifPresent(
                bytes -> facts.put("contrl", new String(bytes, StandardCharsets.ISO_8859_1)));
        yield outcome(false, facts);
      }
    };
  }

  private static Map<String, Object> facts(
      String name, Interchange interchange, List<ReceivedMessage> messages) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("outcome", name);
    facts.put("interchange", interchange.id());
    facts.put("state", interchange.state());
    facts.put("sha256", interchange.sha256());
    facts.put("messages", interchange.messageCount());
    facts.put("accepted", interchange.acceptedCount());
    facts.put(
        "findings",
        Stream.concat(
                interchange.findings().stream(),
                messages.stream().flatMap(message -> message.findings().stream()))
            .limit(MOST_FINDINGS)
            .map(Finding::toString)
            .toList());
    return facts;
  }

  private FileOutcome outcome(boolean taken, Map<String, Object> facts) {
    try {
      return new FileOutcome(taken, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
