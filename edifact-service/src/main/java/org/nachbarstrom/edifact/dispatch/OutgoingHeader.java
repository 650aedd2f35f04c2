package org.nachbarstrom.edifact.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * What the service segments of an outgoing interchange say.
 *
 * @param sender own code (UNB 0004)
 * @param recipient code of the partner (UNB 0010)
 * @param type message type, such as MSCONS, CONTRL or APERAK
 * @param applicationReference TL, EM or VL; may be empty
 * @param reference UNB 0020, from {@link References}
 * @param preparedAt UNB 0017 and 0019
 */
public record OutgoingHeader(
    String sender,
    String recipient,
    String type,
    String applicationReference,
    String reference,
    Instant preparedAt) {
  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,14}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  /**
   * A header.
   *
   * @throws IllegalArgumentException if the reference is not 1 to 14 capitals and digits
   */
  public OutgoingHeader {
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException(
          "a reference has 1 to 14 capitals and digits: '" + reference + "'");
    }
  }

  /**
   * File name of the market (Allgemeine Festlegungen 6.1, 2.12): type, application reference,
   * sender, recipient, day in UTC and reference; an empty application reference leaves two
   * underscores.
   */
  public String fileName() {
    return String.join(
            "_", type, applicationReference, sender, recipient, DAY.format(preparedAt), reference)
        + ".txt";
  }
}
