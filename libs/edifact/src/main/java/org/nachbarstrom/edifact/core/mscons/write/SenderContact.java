package org.nachbarstrom.edifact.core.mscons.write;

import java.util.Optional;
import java.util.regex.Pattern;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;

/**
 * Whom to ask about a message (SG4 CTA and COM), at least one way to reach them. Only version 2.4c
 * carries it; in later ones it is left out.
 *
 * @param name department or person, up to 35 characters
 * @param phone {@code +} and digits
 * @param email with {@code @} and a point
 */
public record SenderContact(String name, Optional<String> phone, Optional<String> email) {
  private static final int MAX_NAME = 35;
  private static final int MAX_ADDRESS = 512;
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,511}");

  /**
   * A contact.
   *
   * @throws IllegalArgumentException if a part has another form or both ways are missing
   */
  public SenderContact {
    if (name.isBlank() || name.length() > MAX_NAME || !SegmentWriter.writable(name)) {
      throw new IllegalArgumentException(
          "a contact's name has 1 to 35 characters of ISO 8859-1: '" + name + "'");
    }
    if (phone.isPresent() && !PHONE.matcher(phone.get()).matches()) {
      throw new IllegalArgumentException("a phone number is + and digits: '" + phone.get() + "'");
    }
    if (email.isPresent() && !validEmail(email.get())) {
      throw new IllegalArgumentException("an address has @ and a point: '" + email.get() + "'");
    }
    if (phone.isEmpty() && email.isEmpty()) {
      throw new IllegalArgumentException("a contact has a phone number or an address");
    }
  }

  private static boolean validEmail(String address) {
    return address.length() <= MAX_ADDRESS
        && address.contains("@")
        && address.contains(".")
        && SegmentWriter.writable(address);
  }
}
