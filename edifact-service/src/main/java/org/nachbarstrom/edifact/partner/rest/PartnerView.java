package org.nachbarstrom.edifact.partner.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.partner.CodeKind;
import org.nachbarstrom.edifact.partner.Contact;
import org.nachbarstrom.edifact.partner.ContrlPolicy;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerVersion;

/**
 * A partner.
 *
 * @param kind who gave the code
 * @param qualifier UNB 0007; empty for an EIC
 * @param version number of this version; grows with each change
 * @param recordedAt since when this is known
 */
@Schema(name = "Partner")
record PartnerView(
    String code,
    CodeKind kind,
    String qualifier,
    String name,
    boolean own,
    Contact contact,
    List<RoleView> roles,
    RulesView rules,
    DeliveryChannel channel,
    long version,
    Instant recordedAt) {

  /**
   * A role.
   *
   * @param marketCode abbreviation of the market
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoleView(MarketRole role, String marketCode, LocalDate from, @Nullable LocalDate to) {}

  /** Format rules. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RulesView(
      @Nullable String messageVersion, boolean lenient, ContrlPolicy contrl, boolean acceptTest) {}

  static PartnerView of(PartnerVersion version) {
    Partner partner = version.partner();
    return new PartnerView(
        partner.code().value(),
        partner.code().kind(),
        partner.code().kind().interchangeQualifier(),
        partner.name(),
        partner.own(),
        partner.contact(),
        partner.roles().stream()
            .map(assignment ->
                new RoleView(
                    assignment.role(),
                    assignment.role().marketCode(),
                    assignment.valid().from(),
                    assignment.valid().to()))
            .toList(),
        new RulesView(
            partner.rules().messageVersion().orElse(null),
            partner.rules().lenient(),
            partner.rules().contrl(),
            partner.rules().acceptTest()),
        partner.channel(),
        version.number(),
        version.recordedAt());
  }
}
