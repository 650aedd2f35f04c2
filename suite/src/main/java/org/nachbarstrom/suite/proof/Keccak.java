package org.nachbarstrom.suite.proof;

import org.bouncycastle.jcajce.provider.digest.Keccak.Digest256;

/** Ethereum's hash function. */
final class Keccak {

  private Keccak() {}

  /** Keccak-256 of the parts one after the other. */
  static byte[] hash(byte[]... parts) {
    Digest256 digest = new Digest256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
