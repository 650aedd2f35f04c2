package org.nachbarstrom.edifact.core.interchange;

import java.util.SplittableRandom;

/**
 * The message references of an interchange, each up to 14 characters of ISO 8859-1, exactly. Takes
 * 16 bytes for each, at most half of them spare, so that a million fit into 32 MiB.
 */
final class MessageReferences {
  private static final int FIRST_CAPACITY = 64;
  private static final int CHARACTERS_PER_WORD = 7;

  // Chosen anew for each interchange, so that nobody can send references that all collide.
  private final long seed = new SplittableRandom().nextLong();
  private long[] words = new long[2 * FIRST_CAPACITY];
  private int count;

  /** Adds a reference that is not empty; false if it is there already. */
  boolean add(String reference) {
    long high = word(reference, 0);
    long low = word(reference, CHARACTERS_PER_WORD);
    if (!insert(words, high, low)) {
      return false;
    }
    count++;
    if (count > words.length / 2 * 3 / 4) {
      grow();
    }
    return true;
  }

  /** Up to seven characters and in the lowest byte how many; 0 only where there are none. */
  private static long word(String reference, int from) {
    int to = Math.min(reference.length(), from + CHARACTERS_PER_WORD);
    long word = 0;
    for (int i = from; i < to; i++) {
      word = (word << Byte.SIZE) | reference.charAt(i);
    }
    return (word << Byte.SIZE) | Math.max(0, to - from);
  }

  private boolean insert(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    int slot = (int) mixed(high, low) & mask;
    while (table[2 * slot] != 0) {
      if (table[2 * slot] == high && table[2 * slot + 1] == low) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    table[2 * slot] = high;
    table[2 * slot + 1] = low;
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * words.length];
    for (int i = 0; i < words.length; i += 2) {
      if (words[i] != 0) {
        insert(larger, words[i], words[i + 1]);
      }
    }
    words = larger;
  }

  private long mixed(long high, long low) {
    long value = (high ^ seed) * 0x9e3779b97f4a7c15L;
    value = (value ^ (value >>> 32) ^ low) * 0xd6e8feb86659fd93L;
    value = (value ^ (value >>> 32)) * 0xd6e8feb86659fd93L;
    return value ^ (value >>> 32);
  }
}
