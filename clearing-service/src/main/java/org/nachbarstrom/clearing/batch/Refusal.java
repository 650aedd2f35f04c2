package org.nachbarstrom.clearing.batch;

/**
 * Why a batch is refused.
 *
 * @param code stable code, such as {@code CLEARING-0004}
 * @param detail sentence that names the values concerned
 */
public record Refusal(String code, String detail) {
  static Refusal of(BatchRejection rejection, String detail) {
    return new Refusal(rejection.code(), detail);
  }
}
