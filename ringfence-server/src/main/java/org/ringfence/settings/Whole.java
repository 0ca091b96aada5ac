package org.ringfence.settings;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.ringfence.knowledge.Section;

/** A whole number. */
record Whole(int least, int most) implements Form<Integer> {
  @Override
  public void read(Section written, Around around, Consumer<Integer> taken) {
    if (!written.isNumber()) {
      written.wrongType(words());
    } else if (fits(written.number())) {
      taken.accept(written.number().intValueExact());
    } else {
      written.error("this number does not fit here", "write " + words());
    }
  }

  private boolean fits(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  @Override
  public String show(Integer value) {
    return value.toString();
  }

  @Override
  public String words() {
    return "a whole number from " + least + " to " + most;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "integer", "minimum", least, "maximum", most);
  }
}
