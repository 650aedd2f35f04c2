package org.nachbarstrom.edifact.core.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Name of a file with one interchange, for example {@code
 * MSCONS_TL_9900123400007_4012345393651_20070131_B31.txt}; an empty application reference leaves
 * two underscores. Source: general rules of EDI@Energy 6.1d, chapter 2.12.
 *
 * @param messageType UNH 0065, capital letters
 * @param applicationReference UNB 0026
 * @param sender sender of the interchange
 * @param recipient its recipient
 * @param createdOn day on which it was made, UTC
 * @param reference UNB 0020, up to 14 digits and capital letters
 * @param compressed whether the file is compressed with gzip
 */
public record InterchangeFileName(
    String messageType,
    ApplicationReference applicationReference,
    MarketPartnerCode sender,
    MarketPartnerCode recipient,
    LocalDate createdOn,
    String reference,
    boolean compressed) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern TYPE = Pattern.compile("[A-Z]{6}");
  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,14}");
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z]{6})_(|EM|VL|TL)_([0-9]{13})_([0-9]{13})_([0-9]{8})_([0-9A-Z]{1,14})"
              + "\\.txt(\\.gz)?");

  /**
   * A name.
   *
   * @throws IllegalArgumentException if the message type or the reference has another form
   */
  public InterchangeFileName {
    if (!TYPE.matcher(messageType).matches()) {
      throw new IllegalArgumentException("a message type has 6 capitals: '" + messageType + "'");
    }
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException(
          "an interchange reference has 1 to 14 digits and capital letters: '" + reference + "'");
    }
  }

  /** The name, not compressed, of an interchange. */
  public static InterchangeFileName of(InterchangeEnvelope envelope, String reference) {
    return new InterchangeFileName(
        envelope.messageType(),
        envelope.applicationReference(),
        envelope.sender(),
        envelope.recipient(),
        LocalDate.ofInstant(envelope.createdAt(), ZoneOffset.UTC),
        reference,
        false);
  }

  /** Reads a file name, without directories; nothing if it does not follow the convention. */
  public static Optional<InterchangeFileName> tryParse(String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<MarketPartnerCode> sender = MarketPartnerCode.tryParse(matcher.group(3));
    Optional<MarketPartnerCode> recipient = MarketPartnerCode.tryParse(matcher.group(4));
    Optional<LocalDate> createdOn = date(matcher.group(5));
    if (sender.isEmpty() || recipient.isEmpty() || createdOn.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InterchangeFileName(
            matcher.group(1),
            applicationReference(matcher.group(2)),
            sender.get(),
            recipient.get(),
            createdOn.get(),
            matcher.group(6),
            matcher.group(7) != null));
  }

  /** The same for a file compressed with gzip. */
  public InterchangeFileName withCompression() {
    return new InterchangeFileName(
        messageType, applicationReference, sender, recipient, createdOn, reference, true);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static ApplicationReference applicationReference(String code) {
    for (ApplicationReference reference : ApplicationReference.values()) {
      if (reference.code().equals(code)) {
        return reference;
      }
    }
    throw new IllegalStateException("no application reference: " + code);
  }

  /** The name as it is used. */
  @Override
  public String toString() {
    return String.join(
            "_",
            messageType,
            applicationReference.code(),
            sender.value(),
            recipient.value(),
            DATE.format(createdOn),
            reference)
        + (compressed ? ".txt.gz" : ".txt");
  }
}
