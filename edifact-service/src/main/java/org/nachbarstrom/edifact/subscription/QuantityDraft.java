package org.nachbarstrom.edifact.subscription;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.edifact.core.mscons.write.MsconsKind;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * A 13019 with the quantity of a point, behind a 13006 that cancels the one reported before.
 *
 * @param cancels document number of the one reported before; absent if none stands
 * @param quantity what is reported; absent if the point has the quantity no longer
 */
record QuantityDraft(Optional<String> cancels, Optional<Quantity> quantity) implements Draft {
  private static final String PROCESS_DATA = "7";
  private static final int DECIMALS = 3;
  private static final int METERING_POINT_LENGTH = 33;

  /** Neither begin nor end rest on a reading: they are delimited (Z38, Z39). */
  private static final ValueStatus DELIMITED =
      new ValueStatus(List.of(), "", "", "", "", List.of("Z38", "Z39"));

  /**
   * A quantity.
   *
   * @param object id under which it is reported
   * @param register OBIS code
   * @param values per span of days
   */
  record Quantity(String object, String register, List<Value> values) {
    /** Content as it is kept to see whether it changes. */
    String text() {
      StringBuilder text = new StringBuilder(object).append(' ').append(register);
      for (Value value : values) {
        text.append(' ').append(value.interval()).append('=').append(value.wattHours());
      }
      return text.toString();
    }
  }

  /**
   * A value.
   *
   * @param interval from local midnight to local midnight
   * @param wattHours energy
   */
  record Value(Interval interval, long wattHours) {}

  @Override
  public int size() {
    return (cancels.isPresent() ? 1 : 0) + (quantity.isPresent() ? 1 : 0);
  }

  @Override
  public List<MsconsContent> messages(Heads heads) {
    List<MsconsContent> messages = new ArrayList<>();
    cancels.ifPresent(document ->
        messages.add(
            new Cancellation(
                heads.next(MsconsKind.CANCELLATION).withDocumentKind(PROCESS_DATA), document)));
    quantity.ifPresent(reported ->
        messages.add(
            energy(heads.next(MsconsKind.ENERGY_QUANTITY), reported, heads.meteringOperator())));
    return messages;
  }

  private static EnergyQuantities energy(MsconsHead head, Quantity quantity, boolean basis) {
    boolean location = quantity.object().length() != METERING_POINT_LENGTH;
    MeteredObject.Kind kind =
        location ? MeteredObject.Kind.MARKET_LOCATION : MeteredObject.Kind.METERING_POINT;
    List<MeteredValue> values = new ArrayList<>();
    for (Value value : quantity.values()) {
      // Two codes per line, not per value [2003].
      boolean says = basis && location && values.isEmpty();
      values.add(
          new MeteredValue(
              BigDecimal.valueOf(value.wattHours(), DECIMALS),
              "",
              "220",
              ValueQuality.MEASURED,
              new ValueTime.Span(value.interval()),
              says ? DELIMITED : ValueStatus.NONE));
    }
    return new EnergyQuantities(
        head,
        new MeteredObject(kind, quantity.object()),
        List.of(new ValueLine(quantity.register(), "SRW", values)));
  }
}
