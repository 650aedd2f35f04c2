package org.nachbarstrom.clearing.chain;

/**
 * The deployed Stromkonto contract of a tenant.
 *
 * @param chainId EIP-155 id of its chain
 * @param address {@code 0x} and 40 lower-case hexadecimal digits
 */
public record Contract(long chainId, String address) {}
