package org.nachbarstrom.metering.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SharesPropertyTest {
  @Property(tries = 1000)
  void handsOutEverythingWithinOneOfTheExactShare(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long quantity,
      @ForAll @Size(min = 1, max = 200)
          List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> given) {
    long[] weights = given.stream().mapToLong(Long::longValue).toArray();
    weights[0] += 1;
    BigInteger total =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    long[] parts = Shares.of(quantity, weights);
    assertThat(Arrays.stream(parts).sum()).isEqualTo(quantity);
    for (int i = 0; i < parts.length; i++) {
      BigInteger exactTimesTotal =
          BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(weights[i]));
      BigInteger error =
          BigInteger.valueOf(parts[i]).multiply(total).subtract(exactTimesTotal).abs();
      assertThat(error).isLessThan(total);
    }
  }
}
