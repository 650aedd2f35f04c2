package org.nachbarstrom.edifact.interchange.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.Position;

/**
 * What is wrong with an interchange or message. Places count from 1; those it is not about are
 * absent.
 *
 * @param code stable code
 * @param level how far it reaches: INTERCHANGE and MESSAGE are syntax, CONTENT is not
 * @param contrlCode data element 0085 of CONTRL for syntax
 * @param aperakCode error code of APERAK for content
 * @param tag segment
 * @param segment its number in the message, UNH is 1
 * @param element element after the tag
 * @param component component of the element
 * @param text sentence for a person
 */
@Schema(name = "Finding")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
    String code,
    String level,
    @Nullable Integer contrlCode,
    @Nullable String aperakCode,
    String tag,
    @Nullable Integer segment,
    @Nullable Integer element,
    @Nullable Integer component,
    String text) {

  static FindingView of(Finding finding) {
    Position position = finding.position();
    String aperak = finding.code().aperakCode();
    return new FindingView(
        finding.code().name(),
        finding.code().level().name(),
        present(finding.code().contrlCode()),
        aperak.isEmpty() ? null : aperak,
        position.tag(),
        present(position.segment()),
        present(position.element()),
        present(position.component()),
        finding.text());
  }

  private static @Nullable Integer present(int number) {
    return number == 0 ? null : number;
  }
}
