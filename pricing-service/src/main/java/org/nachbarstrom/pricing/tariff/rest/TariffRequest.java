package org.nachbarstrom.pricing.tariff.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.TariffRejection;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/** A tariff to be declared. */
record TariffRequest(
    @NotNull @Size(min = 1, max = 200) String name,
    @NotNull @Size(max = 1000) List<@Valid @NotNull ComponentData> components) {

  /**
   * A dated net price.
   *
   * @param price decimal with up to 8 places, EUR per day for BASE_FEE, else ct/kWh
   * @param vatPercent 0 to 100; absent: 0
   * @param from first local day
   * @param to first local day after; absent: no end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ComponentData(
      @NotNull ComponentKind kind,
      @NotNull BigDecimal price,
      @Nullable BigDecimal vatPercent,
      @NotNull LocalDate from,
      @Nullable LocalDate to) {
    private static final int MOST_DIGITS = 30;

    PriceComponent toComponent() {
      BigDecimal vat = vatPercent == null ? BigDecimal.ZERO : vatPercent;
      return new PriceComponent(
          kind,
          new Price(written(price), kind.unit()),
          new Price(written(vat), PriceUnit.PERCENT),
          new DateRange(from, to));
    }

    /** Nobody writes more digits; a number such as 1e999999999 would fill the memory if it did. */
    private static BigDecimal written(BigDecimal number) {
      if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
        throw new IllegalArgumentException("a number has at most " + MOST_DIGITS + " digits");
      }
      return number;
    }
  }

  /**
   * The components in domain terms, in the order given.
   *
   * @throws ProblemException {@link TariffRejection#COMPONENT_INVALID}, naming every bad component
   */
  List<PriceComponent> toComponents() {
    List<PriceComponent> result = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      try {
        result.add(components.get(i).toComponent());
      } catch (IllegalArgumentException invalid) {
        errors.add(
            new FieldError("/components/" + i, "INVALID", String.valueOf(invalid.getMessage())));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          TariffRejection.COMPONENT_INVALID, "A component cannot be taken.", errors);
    }
    return result;
  }
}
