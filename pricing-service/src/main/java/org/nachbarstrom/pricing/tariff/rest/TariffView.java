package org.nachbarstrom.pricing.tariff.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.Tariff;

/** A tariff with its components by kind and first day; prices are decimal strings. */
record TariffView(String id, String name, List<ComponentView> components) {

  /** A dated net price. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ComponentView(
      ComponentKind kind,
      String price,
      String vatPercent,
      LocalDate from,
      @Nullable LocalDate to) {}

  static TariffView of(Tariff tariff) {
    return new TariffView(
        tariff.id().value(),
        tariff.name(),
        tariff.components().stream()
            .map(component ->
                new ComponentView(
                    component.kind(),
                    component.price().amount().toPlainString(),
                    component.vat().amount().toPlainString(),
                    component.valid().from(),
                    component.valid().to()))
            .toList());
  }
}
