package org.nachbarstrom.edifact.partner.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.partner.Contact;
import org.nachbarstrom.edifact.partner.ContrlPolicy;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.edifact.partner.FormatRules;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerCode;
import org.nachbarstrom.edifact.partner.PartnerRejection;
import org.nachbarstrom.edifact.partner.RoleAssignment;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * What is known of a partner; replaces what was known before.
 *
 * @param own whether we send under the code; absent: no
 * @param roles absent: unknown
 * @param rules absent: as the market has it
 * @param channel absent: PULL
 */
record PartnerRequest(
    @NotNull @Size(min = 1, max = 200) String name,
    @Nullable Boolean own,
    @Valid @Nullable ContactData contact,
    @Size(max = 1000) @Nullable List<@Valid @NotNull RoleData> roles,
    @Valid @Nullable RulesData rules,
    @Nullable DeliveryChannel channel) {

  /** Whom to ask; any part may be absent. */
  record ContactData(
      @Size(max = 200) @Nullable String name,
      @Size(max = 200) @Nullable String email,
      @Size(max = 100) @Nullable String phone) {
    Contact toContact() {
      return new Contact(text(name), text(email), text(phone));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  /**
   * A role.
   *
   * @param from first local day
   * @param to first local day after; absent: no end
   */
  record RoleData(@NotNull MarketRole role, @NotNull LocalDate from, @Nullable LocalDate to) {}

  /**
   * Format rules; what is absent is as the market has it.
   *
   * @param messageVersion for example 2.5; absent: as UNH says
   */
  record RulesData(
      @Pattern(regexp = "[0-9A-Za-z.]{1,6}") @Nullable String messageVersion,
      @Nullable Boolean lenient,
      @Nullable ContrlPolicy contrl,
      @Nullable Boolean acceptTest) {
    FormatRules toRules(FormatRules market) {
      return new FormatRules(
          Optional.ofNullable(messageVersion),
          lenient == null ? market.lenient() : lenient,
          contrl == null ? market.contrl() : contrl,
          acceptTest == null ? market.acceptTest() : acceptTest);
    }
  }

  /**
   * The partner in domain terms.
   *
   * @throws ProblemException {@link PartnerRejection#PARTNER_ROLES_INVALID}
   */
  Partner toPartner(PartnerCode code) {
    FormatRules market = FormatRules.of(code.kind());
    List<RoleAssignment> assignments = assignments();
    try {
      return new Partner(
          code,
          name,
          own != null && own,
          contact == null ? Contact.NONE : contact.toContact(),
          assignments,
          rules == null ? market : rules.toRules(market),
          channel == null ? DeliveryChannel.PULL : channel);
    } catch (IllegalArgumentException contradiction) {
      throw refused("/roles", contradiction);
    }
  }

  private List<RoleAssignment> assignments() {
    List<RoleAssignment> assignments = new ArrayList<>();
    for (RoleData data : roles == null ? List.<RoleData>of() : roles) {
      try {
        assignments.add(new RoleAssignment(data.role(), new DateRange(data.from(), data.to())));
      } catch (IllegalArgumentException empty) {
        throw refused("/roles/" + assignments.size() + "/to", empty);
      }
    }
    return assignments;
  }

  private static ProblemException refused(String pointer, IllegalArgumentException reason) {
    String detail = String.valueOf(reason.getMessage());
    return new ProblemException(
        PartnerRejection.PARTNER_ROLES_INVALID,
        detail,
        List.of(new FieldError(pointer, "INVALID", detail)));
  }
}
