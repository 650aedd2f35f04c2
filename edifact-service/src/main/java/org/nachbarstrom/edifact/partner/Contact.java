package org.nachbarstrom.edifact.partner;

/**
 * Whom to ask at a partner; unknown parts are empty.
 *
 * @param name person or desk
 * @param email address
 * @param phone number
 */
public record Contact(String name, String email, String phone) {
  /** Nobody. */
  public static final Contact NONE = new Contact("", "", "");
}
