package org.nachbarstrom.edifact.interchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

/**
 * An interchange as it was received and answered.
 *
 * @param id our id
 * @param state what became of it
 * @param header UNB; empty if it could not be read
 * @param receivedAt when it was received
 * @param messageType type of the first message (UNH 0065); empty if there is none
 * @param compressed whether the raw bytes are gzip
 * @param sizeBytes size of the raw bytes
 * @param sha256 their SHA-256 as 64 hexadecimal digits
 * @param messageCount number of messages
 * @param acceptedCount number of messages taken
 * @param valueCount number of values taken
 * @param findings syntax errors of UNA, UNB and UNZ; empty if erased
 * @param erasedAt since when its bytes and what they told of persons are gone; empty: they are kept
 */
public record Interchange(
    UUID id,
    InterchangeState state,
    Optional<InterchangeHeader> header,
    Instant receivedAt,
    String messageType,
    boolean compressed,
    long sizeBytes,
    String sha256,
    int messageCount,
    int acceptedCount,
    long valueCount,
    List<Finding> findings,
    Optional<Instant> erasedAt) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
  private static final Pattern NOT_FOR_NAMES = Pattern.compile("[^A-Za-z0-9-]");

  /** An interchange. */
  public Interchange {
    findings = List.copyOf(findings);
  }

  /**
   * The file name the market gives it: type, application reference, sender, recipient, day of
   * preparation in UTC and reference (general rules, chapter 2.12); its id where UNB is not known.
   */
  public String fileName() {
    String ending = compressed ? ".txt.gz" : ".txt";
    return header.map(this::nameByConvention).orElse(id.toString()) + ending;
  }

  private String nameByConvention(InterchangeHeader unb) {
    String day = unb.preparedAt().map(DAY::format).orElse("");
    return Stream.of(
            messageType,
            unb.applicationReference(),
            unb.sender(),
            unb.recipient(),
            day,
            unb.reference())
        .map(part -> NOT_FOR_NAMES.matcher(part).replaceAll("-"))
        .collect(Collectors.joining("_"));
  }
}
