package org.nachbarstrom.metering.series.persistence;

import java.util.Arrays;

/**
 * Energies as few bytes. The first byte is the largest power of ten, up to 12, that divides all of
 * them; then each divided by it, in order: seven bits per byte, the low ones first, the high bit
 * set on all bytes of an energy but the last (LEB128). What is written has one form only.
 */
final class PackedEnergies {
  private static final int LARGEST_POWER = 12;
  private static final int LONGEST = 9;
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;

  private PackedEnergies() {}

  /**
   * Packs energies.
   *
   * @param energies each at least 0
   */
  static byte[] pack(long[] energies) {
    int power = power(energies);
    long divisor = powerOfTen(power);
    byte[] packed = new byte[1 + energies.length * LONGEST];
    packed[0] = (byte) power;
    int length = 1;
    for (long energy : energies) {
      long rest = energy / divisor;
      while (rest > LOW_BITS) {
        packed[length++] = (byte) ((rest & LOW_BITS) | MORE);
        rest >>>= 7;
      }
      packed[length++] = (byte) rest;
    }
    return Arrays.copyOf(packed, length);
  }

  private static int power(long[] energies) {
    int power = LARGEST_POWER;
    long divisor = powerOfTen(power);
    for (long energy : energies) {
      while (energy % divisor != 0) {
        divisor /= 10;
        power--;
      }
    }
    return power;
  }

  private static long powerOfTen(int power) {
    long value = 1;
    for (int i = 0; i < power; i++) {
      value *= 10;
    }
    return value;
  }

  /**
   * Unpacks energies.
   *
   * @param count how many there must be
   * @throws IllegalArgumentException if the bytes are not what {@link #pack} makes of so many
   */
  static long[] unpack(byte[] packed, int count) {
    if (packed.length == 0 || packed[0] < 0 || packed[0] > LARGEST_POWER) {
      throw new IllegalArgumentException("packed energies begin with no power of ten");
    }
    long factor = powerOfTen(packed[0]);
    long[] energies = new long[count];
    int at = 1;
    for (int i = 0; i < count; i++) {
      long value = 0;
      int shift = 0;
      int next;
      do {
        if (at == packed.length || shift == LONGEST * 7) {
          throw new IllegalArgumentException("packed energies break off or one is too large");
        }
        next = packed[at++];
        value |= (long) (next & LOW_BITS) << shift;
        shift += 7;
      } while (next < 0);
      if (value > Long.MAX_VALUE / factor) {
        throw new IllegalArgumentException("a packed energy is too large");
      }
      energies[i] = value * factor;
    }
    if (at != packed.length) {
      throw new IllegalArgumentException("more is packed than " + count + " energies");
    }
    return energies;
  }
}
