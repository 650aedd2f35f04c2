package org.nachbarstrom.clearing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.ledger.AccountNumber;

class LeafTest {
  @Test
  void encodesBytesLeftAlignedAndNumbersRightAligned() {
    Leaf leaf =
        new Leaf(
            UUID.fromString("0f6d1d2e-0000-4000-8000-000000000003"),
            new AccountNumber("0x" + "11".repeat(20)),
            new AccountNumber("0x" + "22".repeat(20)),
            770_000,
            7_000_000);

    // 770 000 = 0xbbfd0, 7 000 000 = 0x6acfc0.
    assertThat(HexFormat.of().formatHex(leaf.encode()))
        .isEqualTo(
            "0f6d1d2e000040008000000000000003"
                + "0".repeat(32)
                + "11".repeat(20)
                + "0".repeat(24)
                + "22".repeat(20)
                + "0".repeat(24)
                + "0".repeat(59)
                + "bbfd0"
                + "0".repeat(58)
                + "6acfc0");
  }
}
