package org.nachbarstrom.edifact.partner;

import java.util.Optional;

/**
 * How interchanges of a partner are read and answered.
 *
 * @param messageVersion version of the message description to check by instead of the one that UNH
 *     names, for example 2.5; also the version we write to the partner
 * @param lenient point and comma are both taken as decimal mark
 * @param contrl when the partner gets a CONTRL
 * @param acceptTest whether interchanges marked as test are taken
 */
public record FormatRules(
    Optional<String> messageVersion, boolean lenient, ContrlPolicy contrl, boolean acceptTest) {

  /** What holds where nothing is agreed. */
  public static FormatRules of(CodeKind kind) {
    return new FormatRules(Optional.empty(), false, ContrlPolicy.of(kind), false);
  }
}
