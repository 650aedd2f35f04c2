package org.nachbarstrom.metering.closing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * The hash of versions before inputs were listed ({@link InputsForm#STREAMED}), kept so that such a
 * version gets a successor only if something really changed.
 */
final class StreamedInputs {
  private final MessageDigest digest = InputsHash.sha256();
  private final BiPredicate<AccountingPointId, LocalDate> leading;

  StreamedInputs(BiPredicate<AccountingPointId, LocalDate> leading) {
    this.leading = leading;
  }

  void add(CommunityDay day) {
    text(
        day.roster().interval()
            + " "
            + day.roster().day()
            + " "
            + day.roster().key().map(SharingKey::text));
    add(day.roster().day(), day.roster().consumers(), day.consumption());
    add(day.roster().day(), day.roster().producers(), day.generation());
  }

  private void add(LocalDate day, List<Member> roster, List<LoadProfile> profiles) {
    for (int i = 0; i < roster.size(); i++) {
      Member member = roster.get(i);
      LoadProfile profile = profiles.get(i);
      String following = leading.test(member.accountingPoint(), day) ? "" : " following";
      text(member.accountingPoint() + " " + member.direction() + " " + member.terms() + following);
      ByteBuffer values = ByteBuffer.allocate(profile.size() * (Long.BYTES + Integer.BYTES));
      for (int interval = 0; interval < profile.size(); interval++) {
        values.putLong(profile.energy(interval));
        // Names are texts, whose hash code the language specifies; an enum's own would not do.
        values.putInt(profile.quality(interval).name().hashCode());
      }
      digest.update(values.flip());
    }
  }

  /** Ends the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void text(String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
