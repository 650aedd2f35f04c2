package org.nachbarstrom.edifact.interchange.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/** Findings as they are kept. */
@ApplicationScoped
class FindingJson {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final ObjectMapper json;

  FindingJson(ObjectMapper json) {
    this.json = json;
  }

  String write(List<Finding> findings) {
    try {
      return json.writerFor(FINDINGS).writeValueAsString(findings);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  List<Finding> read(String text) {
    try {
      return json.readValue(text, FINDINGS);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
