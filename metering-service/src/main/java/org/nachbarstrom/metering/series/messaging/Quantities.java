package org.nachbarstrom.metering.series.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.Arrays;

/**
 * Energies as an array of whole numbers. Anything else is refused: a null or a text must not become
 * nought, nor a fraction be cut off.
 */
@JsonDeserialize(using = Quantities.Reader.class)
final class Quantities {
  private final long[] values;

  Quantities(long... values) {
    this.values = values.clone();
  }

  long[] values() {
    return values.clone();
  }

  static final class Reader extends JsonDeserializer<Quantities> {
    private static final int DAY = 96;

    @Override
    public Quantities deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.isExpectedStartArrayToken()) {
        context.reportInputMismatch(this, "energies are an array");
      }
      long[] values = new long[DAY];
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
          context.reportInputMismatch(this, "energy %d is no whole number", count);
        }
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = json.getLongValue();
      }
      return new Quantities(Arrays.copyOf(values, count));
    }
  }
}
