package org.nachbarstrom.clearing.chain.evm;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * Words of 32 bytes as Solidity's ABI lays out static types: numbers right-aligned, bytes
 * left-aligned, both filled with zeros.
 */
final class AbiWords {
  private static final int HEX_DIGITS = 64;

  private final StringBuilder hex = new StringBuilder();

  AbiWords number(long value) {
    return number(BigInteger.valueOf(value));
  }

  AbiWords number(BigInteger value) {
    String digits = value.toString(16);
    hex.append("0".repeat(HEX_DIGITS - digits.length())).append(digits);
    return this;
  }

  /** An address: a number of 20 bytes. */
  AbiWords address(String address) {
    return number(new BigInteger(strip(address), 16));
  }

  /** Up to 32 bytes. */
  AbiWords bytes(String bytes) {
    String digits = strip(bytes);
    hex.append(digits).append("0".repeat(HEX_DIGITS - digits.length()));
    return this;
  }

  /** All words, without prefix. */
  String hex() {
    return hex.toString();
  }

  /** Number of whole words of a result. */
  static int count(String data) {
    return strip(data).length() / HEX_DIGITS;
  }

  /** A word of a result as a number. */
  static BigInteger numberAt(String data, int index) {
    return new BigInteger(wordAt(data, index), 16);
  }

  /** The first bytes of a word of a result, with prefix. */
  static String bytesAt(String data, int index, int length) {
    return "0x" + wordAt(data, index).substring(0, 2 * length);
  }

  /** The last 20 bytes of a word of a result, with prefix. */
  static String addressAt(String data, int index) {
    return "0x" + wordAt(data, index).substring(24);
  }

  static String strip(String hex) {
    return hex.startsWith("0x") ? hex.substring(2) : hex;
  }

  static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  private static String wordAt(String data, int index) {
    String digits = strip(data);
    return digits.substring(index * HEX_DIGITS, (index + 1) * HEX_DIGITS);
  }
}
