package org.nachbarstrom.clearing.chain.evm;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Whether the chain node answers. A wellness check: without the chain the service still receives,
 * posts and reads, so it stays ready.
 */
@Wellness
@ApplicationScoped
class ChainHealth implements HealthCheck {
  private final EvmNode node;

  ChainHealth(EvmNode node) {
    this.node = node;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      return HealthCheckResponse.named("chain")
          .up()
          .withData("blockNumber", node.latestBlock().number())
          .withData("chainId", node.chainId())
          .build();
    } catch (ProblemException away) {
      return HealthCheckResponse.named("chain").down().withData("reason", away.detail()).build();
    }
  }
}
