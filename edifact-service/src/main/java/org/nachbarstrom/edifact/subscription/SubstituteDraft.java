package org.nachbarstrom.edifact.subscription;

import java.util.Arrays;
import java.util.List;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.write.MsconsKind;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * A load profile with substitute values: 13025 of a market location, 13018 of a metering point.
 *
 * @param object id under which they are reported
 * @param obis their register
 * @param block the values
 */
record SubstituteDraft(String object, ObisCode obis, MadeSubstitutes.Block block) implements Draft {
  private static final int METERING_POINT_LENGTH = 33;
  private static final long MILLI = 1000;

  @Override
  public int size() {
    return 1;
  }

  @Override
  public List<MsconsContent> messages(Heads heads) {
    boolean location = object.length() != METERING_POINT_LENGTH;
    MsconsKind kind =
        location ? MsconsKind.MARKET_LOCATION_PROFILE : MsconsKind.METERING_POINT_PROFILE;
    MeteredObject.Kind objectKind =
        location ? MeteredObject.Kind.MARKET_LOCATION : MeteredObject.Kind.METERING_POINT;
    return List.of(
        new LoadProfile(
            heads.next(kind),
            new MeteredObject(objectKind, object),
            block.period(),
            List.of(series())));
  }

  private RegisterSeries series() {
    long[] energies = Rounding.toWattHours(block.milliWattHours());
    Arrays.setAll(energies, i -> energies[i] * MILLI);
    ValueQuality[] qualities = new ValueQuality[energies.length];
    Arrays.fill(qualities, ValueQuality.SUBSTITUTE);
    ValueStatus[] statuses = new ValueStatus[energies.length];
    Arrays.fill(statuses, ValueStatus.substitute(block.method(), block.reason()));
    return RegisterSeries.of(obis, block.period(), energies, qualities, statuses);
  }
}
