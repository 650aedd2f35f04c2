package org.nachbarstrom.edifact.interchange.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.interchange.ValidateInterchange.Report;

/**
 * What is wrong with an interchange; nothing of it is kept.
 *
 * @param valid whether everything would be taken
 * @param sender UNB 0004; absent if UNB could not be read
 * @param recipient UNB 0010
 * @param reference UNB 0020
 * @param messageCount number of messages
 * @param validCount number of messages without findings
 * @param findings syntax errors of UNA, UNB and UNZ
 * @param messages messages with findings; the first thousand
 */
@Schema(name = "Validation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValidationView(
    boolean valid,
    @Nullable String sender,
    @Nullable String recipient,
    @Nullable String reference,
    int messageCount,
    int validCount,
    List<FindingView> findings,
    List<MessageView> messages) {
  static ValidationView of(Report report) {
    var header = report.result().header();
    return new ValidationView(
        report.valid(),
        header.map(InterchangeHeader::sender).orElse(null),
        header.map(InterchangeHeader::recipient).orElse(null),
        header.map(InterchangeHeader::reference).orElse(null),
        report.messageCount(),
        report.validCount(),
        report.result().findings().stream().map(FindingView::of).toList(),
        report.refused().stream().map(MessageView::of).toList());
  }
}
