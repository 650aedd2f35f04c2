package org.nachbarstrom.quantities;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OBIS code {@code A-B:C.D.E} of a meter register (IEC 62056-61). The billing period F is not used
 * in the German market; {@code *255} is read and dropped.
 *
 * @param medium A: 1 electricity, 7 gas
 * @param channel B: assigned by the metering operator
 * @param quantity C: 1 active energy withdrawn, 2 active energy fed in, 3 and up reactive energy
 * @param type D: 8 reading, 9 advance, 29 load profile, 6 maximum
 * @param tariff E: 0 total, 1 to 62 tariff register, 63 error register
 */
public record ObisCode(int medium, int channel, int quantity, int type, int tariff) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,3})-([0-9]{1,3}):([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(?:\\*255)?");
  private static final int LARGEST_GROUP = 255;
  private static final int LOAD_PROFILE = 29;

  /**
   * A code.
   *
   * @throws IllegalArgumentException if a value group is not between 0 and 255
   */
  public ObisCode {
    if (!inRange(medium, channel, quantity) || !inRange(type, tariff)) {
      throw new IllegalArgumentException("a value group of an OBIS code lies between 0 and 255");
    }
  }

  /**
   * Reads {@code A-B:C.D.E}, for example {@code 1-1:1.29.0}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ObisCode parse(String text) {
    return tryParse(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "an OBIS code looks like 1-1:1.29.0 with groups up to 255: '" + text + "'"));
  }

  /** The code, or nothing if the text is not of the form {@code A-B:C.D.E}. */
  public static Optional<ObisCode> tryParse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] groups = new int[5];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = Integer.parseInt(matcher.group(i + 1));
    }
    return inRange(groups)
        ? Optional.of(new ObisCode(groups[0], groups[1], groups[2], groups[3], groups[4]))
        : Optional.empty();
  }

  /** The direction that C tells, or nothing for quantities other than active energy. */
  public Optional<EnergyDirection> direction() {
    return switch (quantity) {
      case 1 -> Optional.of(EnergyDirection.CONSUMPTION);
      case 2 -> Optional.of(EnergyDirection.GENERATION);
      default -> Optional.empty();
    };
  }

  /** Whether it is a load profile: energy per interval. */
  public boolean isLoadProfile() {
    return type == LOAD_PROFILE;
  }

  /** Whether both name the same register; medium and channel may differ between senders. */
  public boolean sameRegister(ObisCode other) {
    return quantity == other.quantity && type == other.type && tariff == other.tariff;
  }

  private static boolean inRange(int... groups) {
    for (int group : groups) {
      if (group < 0 || group > LARGEST_GROUP) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return medium + "-" + channel + ":" + quantity + "." + type + "." + tariff;
  }
}
