package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What is paid.
 *
 * @param stipendPerMonth one amount, or several where it depends on the level
 * @param regional one allowance a month, or several, for those who live in some regions
 * @param currency ISO 4217
 * @param tuition such as {@code waived}
 * @param airfare such as {@code paid}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Pays(
        List<BigDecimal> stipendPerMonth, List<BigDecimal> regional, String currency, String tuition, String airfare) {

    public Pays {
        stipendPerMonth = List.copyOf(stipendPerMonth);
        regional = List.copyOf(Objects.requireNonNullElse(regional, List.of()));
    }
}
