package org.nachbarstrom.metering;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes of inputs as somebody would write them who has only the description. */
final class InputsByHand {
  private InputsByHand() {}

  /** Hash of measured values. */
  static String measured(List<Long> energies) {
    ByteBuffer bytes = ByteBuffer.allocate(9 * energies.size());
    energies.forEach(energy -> bytes.putLong(energy).put((byte) 'M'));
    return hex(bytes.array());
  }

  /** The hash of a version from its list alone. */
  static String version(JsonObject list) {
    StringBuilder text = new StringBuilder("closing inputs 2\n");
    objects(list, "days")
        .forEach(day ->
            text.append(
                "%s %s %d %s\n"
                    .formatted(
                        day.getString("day"),
                        day.getString("start"),
                        day.getInteger("quarterHours"),
                        day.getString("key"))));
    objects(list, "items")
        .forEach(member ->
            text.append(
                "%s %s %s\n"
                    .formatted(
                        member.getString("accountingPoint"),
                        member.getString("direction"),
                        member(member))));
    return hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String member(JsonObject member) {
    StringBuilder text = new StringBuilder();
    objects(member, "days")
        .forEach(day ->
            text.append(
                "%s %s %s %d %s\n"
                    .formatted(
                        day.getString("day"),
                        day.getString("terms"),
                        day.getBoolean("leading") ? "leading" : "following",
                        day.getLong("meteredMilliWattHours"),
                        day.getString("valuesSha256"))));
    return hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<JsonObject> objects(JsonObject parent, String name) {
    return parent.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
