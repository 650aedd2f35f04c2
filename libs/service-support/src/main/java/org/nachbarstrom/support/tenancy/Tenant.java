package org.nachbarstrom.support.tenancy;

import java.util.regex.Pattern;

/**
 * A utility that shares this installation with others. Every row, message and request carries it.
 *
 * @param id lower-case letters, digits and hyphens, 2 to 32 characters, beginning with a letter
 */
public record Tenant(String id) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  public Tenant {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("Not a tenant id: " + id);
    }
  }
}
