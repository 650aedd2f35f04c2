package org.nachbarstrom.clearing.chain;

/** How far the contract of a tenant is. */
public sealed interface Deployment {
  /** Nobody has thought of one. */
  record None() implements Deployment {}

  /** Signed and perhaps sent. */
  record Planned(PlannedDeployment plan) implements Deployment {}

  /** It is on the chain. */
  record Deployed(Contract contract) implements Deployment {}
}
