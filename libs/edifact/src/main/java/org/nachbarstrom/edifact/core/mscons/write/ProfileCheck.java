package org.nachbarstrom.edifact.core.mscons.write;

import java.util.HashSet;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Checks the values of a load profile to write. */
final class ProfileCheck {
  private static final int ELECTRICITY = 1;
  private static final long WATT_HOUR = 1_000;
  private static final long MAX_MILLI_WATT_HOURS = 999_999_999_999_999_000L;

  private final Objections objections;
  private final boolean explained;

  ProfileCheck(MsconsKind kind, Objections objections) {
    this.objections = objections;
    this.explained = kind != MsconsKind.KIND_TWO_VALUES;
  }

  void check(LoadProfile profile) {
    if (profile.period().end().isAfter(profile.head().messageTime())) {
      String text =
          "values up to "
              + profile.period().end()
              + " cannot be known at the message time "
              + profile.head().messageTime();
      objections.add(FindingCode.TIME_IMPLAUSIBLE, Place.TIME, text);
    }
    if (profile.series().isEmpty()) {
      objections.add(
          FindingCode.REQUIRED_ITEM_MISSING, Place.LINE, "a load profile has a register");
    }
    Set<ObisCode> registers = new HashSet<>();
    for (RegisterSeries series : profile.series()) {
      if (!registers.add(withoutChannel(series.obis()))) {
        String text = "the register " + series.obis() + " comes twice";
        objections.add(FindingCode.REPETITION_EXCEEDED, Place.PRODUCT, text);
      }
      check(series, profile.period());
    }
  }

  private static ObisCode withoutChannel(ObisCode code) {
    return new ObisCode(ELECTRICITY, 0, code.quantity(), code.type(), code.tariff());
  }

  private void check(RegisterSeries series, Interval period) {
    ObisCode obis = series.obis();
    if (obis.medium() != ELECTRICITY || !obis.isLoadProfile()) {
      String text = obis + " is no load profile of electricity (1-b:c.29.e)";
      objections.add(FindingCode.OBIS_NOT_IMPORTED, Place.PRODUCT, text);
    }
    if (!series.period().equals(period)) {
      String text = obis + " spans " + series.period() + ", the transmission period is " + period;
      objections.add(FindingCode.SERIES_INCOMPLETE, Place.LINE, text);
    }
    if (series.size() > LineLimits.MAX_VALUES) {
      objections.add(FindingCode.REPETITION_EXCEEDED, Place.LINE, LineLimits.tooMany(obis));
    }
    for (int i = 0; i < series.size(); i++) {
      checkNumber(series, i);
      if (explained && series.quality(i) == ValueQuality.SUBSTITUTE) {
        checkExplained(series, i);
      }
    }
  }

  private void checkExplained(RegisterSeries series, int index) {
    ValueStatus status = series.status(index);
    if (status.substitutionMethod().isEmpty() || status.substitutionReason().isEmpty()) {
      String text =
          "the substitute value of "
              + new QuarterHour(series, index)
              + " needs a method and a reason";
      objections.add(FindingCode.SUBSTITUTE_UNEXPLAINED, Place.STATUS, text);
    }
  }

  private void checkNumber(RegisterSeries series, int index) {
    long value = series.milliWattHours(index);
    if (value % WATT_HOUR != 0) {
      String text = value + "·10⁻⁶ kWh has over 3 decimals, " + new QuarterHour(series, index);
      objections.add(FindingCode.VALUE_TOO_PRECISE, Place.QUANTITY, text);
    } else if (value > MAX_MILLI_WATT_HOURS) {
      String text = value + "·10⁻⁶ kWh has over 12 digits, " + new QuarterHour(series, index);
      objections.add(FindingCode.VALUE_TOO_LARGE, Place.QUANTITY, text);
    }
  }

  /** Names a value in a text. */
  private record QuarterHour(RegisterSeries series, int index) {
    @Override
    public String toString() {
      return series.obis()
          + " from "
          + series.period().start().plus(Interval.QUARTER_HOUR.multipliedBy(index));
    }
  }
}
