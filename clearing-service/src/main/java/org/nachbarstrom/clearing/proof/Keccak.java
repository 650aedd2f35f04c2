package org.nachbarstrom.clearing.proof;

/** The hash function of Ethereum: Keccak-256, not the later SHA3-256. */
@FunctionalInterface
public interface Keccak {
  /** The 32-byte hash of the input. */
  byte[] hash(byte[] input);
}
