package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** Findings for scripts. */
final class FindingsJson {
  private FindingsJson() {}

  /** The report of one file. */
  static ObjectNode of(String file, ValidationReport report) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("file", file);
    result.put("valid", report.valid());
    result.put("syntaxValid", report.interchange().syntaxValid());
    result.put("values", report.messages().stream().mapToLong(MessageVerdict::values).sum());
    ArrayNode messages = result.putArray("messages");
    for (MessageVerdict message : report.messages()) {
      messages
          .addObject()
          .put("reference", message.facts().header().reference())
          .put("type", message.facts().header().type())
          .put("version", message.facts().header().version())
          .put("checkIdentifier", message.facts().checkIdentifier())
          .put("documentNumber", message.facts().documentNumber())
          .put("location", message.facts().location())
          .put("accepted", message.accepted())
          .put("values", message.values())
          .put("findingCount", message.findingCount());
    }
    ArrayNode findings = result.putArray("findings");
    FindingsTable.findings(report).forEach(finding -> findings.add(of(finding)));
    return result;
  }

  private static ObjectNode of(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", finding.code().toString())
        .put("level", finding.code().level().toString())
        .put("answer", FindingsTable.answer(finding.code()))
        .put("message", finding.position().messageReference())
        .put("segment", finding.position().segment())
        .put("tag", finding.position().tag())
        .put("element", finding.position().element())
        .put("component", finding.position().component())
        .put("text", finding.text())
        .put("segmentText", finding.segmentText());
  }
}
