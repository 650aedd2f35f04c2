package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ahb.CheckContext;
import org.nachbarstrom.edifact.core.ahb.FindingSink;
import org.nachbarstrom.edifact.core.ahb.Handbook;
import org.nachbarstrom.edifact.core.ahb.MessageCheck;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.mig.NumberText;

/** Makes the handbook check of a message. */
@FunctionalInterface
interface HandbookChecks {
  /**
   * The check of the current message.
   *
   * @param version version of the message description
   * @param checkIdentifier its Prüfidentifikator
   * @return empty if the handbook of the version does not have it
   */
  Optional<MessageCheck> open(
      InterchangeReader reader, String version, String checkIdentifier, FindingSink sink);

  /** The handbooks at hand. */
  static HandbookChecks known() {
    return (reader, version, checkIdentifier, sink) ->
        Handbook.of(version)
            .flatMap(handbook -> handbook.profile(checkIdentifier))
            .flatMap(profile ->
                reader.header().map(header -> profile.check(context(reader, header), sink)));
  }

  private static CheckContext context(InterchangeReader reader, InterchangeHeader header) {
    char mark = (char) reader.segment().characters().decimal();
    return new CheckContext(
        header,
        header.preparedAt().orElse(Instant.MAX),
        reader.options().partners(),
        new NumberText.Notation(mark, reader.options().lenient()));
  }
}
