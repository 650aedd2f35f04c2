package org.nachbarstrom.edifact.subscription;

import java.util.List;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Control totals of a closing version, in 10⁻⁶ kWh.
 *
 * @param allocatedMilliWattHours shared energy, of consumers as of producers
 * @param residualMilliWattHours rest of the consumption
 * @param surplusMilliWattHours rest of the generation
 */
public record PeriodTotals(
    long allocatedMilliWattHours, long residualMilliWattHours, long surplusMilliWattHours) {

  /** Whether the members are exactly what was announced; each kilowatt-hour shared has two ends. */
  public boolean agreeWith(List<MemberQuantities> members) {
    long allocated = 0;
    long shared = 0;
    long residual = 0;
    long surplus = 0;
    for (MemberQuantities member : members) {
      for (MemberSpan span : member.spans()) {
        if (member.direction() == EnergyDirection.CONSUMPTION) {
          allocated = Math.addExact(allocated, span.sharedMilliWattHours());
          residual = Math.addExact(residual, span.restMilliWattHours());
        } else {
          shared = Math.addExact(shared, span.sharedMilliWattHours());
          surplus = Math.addExact(surplus, span.restMilliWattHours());
        }
      }
    }
    return allocated == allocatedMilliWattHours
        && shared == allocatedMilliWattHours
        && residual == residualMilliWattHours
        && surplus == surplusMilliWattHours;
  }
}
