package org.nachbarstrom.clearing.proof.keccak;

import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.clearing.proof.Keccak;
import org.web3j.crypto.Hash;

/** Keccak-256 of web3j. */
@ApplicationScoped
public class Web3jKeccak implements Keccak {
  @Override
  public byte[] hash(byte[] input) {
    return Hash.sha3(input);
  }
}
