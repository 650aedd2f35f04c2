package org.nachbarstrom.clearing.chain;

/**
 * A deployment that is signed but perhaps not sent. Because it is stored before it is sent, and its
 * nonce can be used once only, a crash at any point never makes a second contract of it.
 *
 * @param contract where it will be
 * @param nonce of the sender
 * @param transactionHash hash it will have
 * @param rawTransaction signed transaction, hexadecimal
 */
public record PlannedDeployment(
    Contract contract, long nonce, String transactionHash, String rawTransaction) {}
