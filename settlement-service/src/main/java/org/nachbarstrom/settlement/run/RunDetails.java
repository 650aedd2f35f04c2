package org.nachbarstrom.settlement.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.settlement.booking.ClearingFacts;

/**
 * A run as shown to others.
 *
 * @param number of creation within all tenants, to page by
 * @param waitingFor empty unless it waits
 * @param problem why it stopped or was refused
 * @param batch id of its batch, once there is one
 * @param sequence of the batch, once released
 * @param clearing where the chain holds the batch, once cleared
 */
public record RunDetails(
    long number,
    Run run,
    RunState state,
    List<WaitingFor> waitingFor,
    Optional<RunProblem> problem,
    Optional<UUID> batch,
    Optional<Long> sequence,
    Optional<ClearingFacts> clearing) {}
