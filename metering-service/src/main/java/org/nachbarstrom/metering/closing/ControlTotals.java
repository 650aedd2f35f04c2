package org.nachbarstrom.metering.closing;

import java.util.List;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Sums over all members in 10⁻⁶ kWh, by which later stages check that they have everything.
 *
 * @param consumption of all consumers: allocated and residual
 * @param allocated to all consumers, which is what all producers shared
 * @param residual of all consumers
 * @param generation of all producers: allocated and surplus
 * @param surplus of all producers
 */
public record ControlTotals(
    long consumption, long allocated, long residual, long generation, long surplus) {
  /**
   * Adds up.
   *
   * @throws IllegalStateException if consumers were not allocated exactly what producers shared
   */
  static ControlTotals of(List<ClosingVersion.MemberTotal> members) {
    long consumption = 0;
    long allocated = 0;
    long generation = 0;
    long shared = 0;
    for (ClosingVersion.MemberTotal member : members) {
      if (member.direction() == EnergyDirection.CONSUMPTION) {
        consumption = Math.addExact(consumption, member.metered());
        allocated = Math.addExact(allocated, member.shared());
      } else {
        generation = Math.addExact(generation, member.metered());
        shared = Math.addExact(shared, member.shared());
      }
    }
    if (allocated != shared) {
      throw new IllegalStateException("allocated " + allocated + " but shared " + shared);
    }
    return new ControlTotals(
        consumption, allocated, consumption - allocated, generation, generation - shared);
  }
}
