package org.nachbarstrom.edifact.core.ahb;

import java.util.List;

/** Registers as conditions name them: {@code 1-b:1.9.e} with any channel b and any tariff e. */
final class RegisterPattern {
  private static final int LONGEST = 3;

  private RegisterPattern() {}

  /** Whether a register agrees with one of the patterns. */
  static boolean any(List<String> patterns, String register) {
    for (int i = 0; i < patterns.size(); i++) {
      if (matches(patterns.get(i), register)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String register) {
    int at = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char expected = pattern.charAt(i);
      if (expected == 'b' || expected == 'e') {
        int start = at;
        while (at < register.length() && isDigit(register.charAt(at))) {
          at++;
        }
        if (at == start || at - start > LONGEST) {
          return false;
        }
      } else if (at == register.length() || register.charAt(at++) != expected) {
        return false;
      }
    }
    return at == register.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
