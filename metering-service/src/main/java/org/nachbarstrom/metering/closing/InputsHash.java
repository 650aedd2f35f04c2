package org.nachbarstrom.metering.closing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * The hash of a version's inputs as a tree, so that it can be checked from the list of inputs alone
 * and member by member. All hashes are SHA-256, written in lower case hexadecimal; lines are UTF-8
 * and end with one line feed.
 *
 * <ul>
 *   <li>Values of a day: of each quarter-hour 8 bytes energy of the point in 10⁻⁶ kWh, big-endian,
 *       and 1 byte, the letter of the quality: {@code M} measured, {@code S} substitute, {@code P}
 *       provisional. What is used has no other quality.
 *   <li>Member: of each day a line {@code <day> <terms> <leading|following> <metered> <hash of the
 *       values>}.
 *   <li>Version: the line {@code closing inputs 2}; of each day a line {@code <day> <start>
 *       <quarter-hours> <key>}; of each member, in the order of accounting points, a line {@code
 *       <accounting point> <direction> <hash of the member>}.
 * </ul>
 *
 * <p>Which series a value came from does not enter: the same values give the same result.
 */
public final class InputsHash {
  private static final String HEAD = "closing inputs 2";

  private final MessageDigest digest = sha256();

  /** A hash of a version; members are added in the order of accounting points. */
  InputsHash(List<KeyDay> days) {
    line(digest, HEAD);
    days.forEach(day ->
        line(digest, day.day() + " " + day.start() + " " + day.quarterHours() + " " + day.key()));
  }

  /** Adds a member. */
  InputsHash add(MemberInputs member) {
    line(digest, member.accountingPoint() + " " + member.direction() + " " + member.sha256());
    return this;
  }

  /** Ends the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String member(MemberInputs member) {
    MessageDigest digest = sha256();
    for (MemberInputs.Day day : member.days()) {
      line(
          digest,
          day.day()
              + " "
              + day.terms()
              + (day.leading() ? " leading " : " following ")
              + day.metered()
              + " "
              + day.valuesSha256());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Hashes of values of days, one after the other. */
  static final class OfValues {
    private final MessageDigest digest = sha256();

    /** The 32 bytes of the hash of a day's values. */
    byte[] of(LoadProfile profile) {
      ByteBuffer bytes = ByteBuffer.allocate(profile.size() * (Long.BYTES + 1));
      for (int i = 0; i < profile.size(); i++) {
        bytes.putLong(profile.energy(i)).put(letter(profile.quality(i)));
      }
      return digest.digest(bytes.array());
    }
  }

  /** Part of the form of the hash: these letters never change. */
  private static byte letter(ValueQuality quality) {
    return (byte)
        switch (quality) {
          case MEASURED -> 'M';
          case SUBSTITUTE -> 'S';
          case PROVISIONAL -> 'P';
          case PROPOSED -> 'R';
          case UNUSABLE -> 'U';
          case FORECAST -> 'F';
          case MISSING -> 'X';
        };
  }

  private static void line(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
