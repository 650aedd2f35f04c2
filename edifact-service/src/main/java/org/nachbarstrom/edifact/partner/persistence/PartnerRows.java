package org.nachbarstrom.edifact.partner.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
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
import org.nachbarstrom.edifact.partner.PartnerVersion;
import org.nachbarstrom.edifact.partner.RoleAssignment;
import org.nachbarstrom.quantities.DateRange;

/** From rows to partners. */
final class PartnerRows {
  private PartnerRows() {}

  static PartnerVersion version(Row row) {
    Partner partner =
        new Partner(
            new PartnerCode(row.getString("code")),
            row.getString("name"),
            row.getBoolean("own"),
            new Contact(
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone")),
            roles(row.getJsonArray("roles")),
            new FormatRules(
                Optional.ofNullable(row.getString("message_version")),
                row.getBoolean("lenient"),
                ContrlPolicy.valueOf(row.getString("contrl")),
                row.getBoolean("accept_test")),
            DeliveryChannel.valueOf(row.getString("channel")));
    return new PartnerVersion(
        row.getLong("number"), row.getOffsetDateTime("recorded_at").toInstant(), partner);
  }

  private static List<RoleAssignment> roles(@Nullable JsonArray array) {
    List<RoleAssignment> roles = new ArrayList<>();
    for (int i = 0; array != null && i < array.size(); i++) {
      JsonObject role = array.getJsonObject(i);
      String to = role.getString("to");
      roles.add(
          new RoleAssignment(
              MarketRole.valueOf(role.getString("role")),
              new DateRange(
                  LocalDate.parse(role.getString("from")),
                  to == null ? null : LocalDate.parse(to))));
    }
    return roles;
  }
}
