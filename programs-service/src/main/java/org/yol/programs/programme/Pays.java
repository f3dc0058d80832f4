package org.yol.programs.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is paid.
 *
 * @param stipendPerMonth one amount, or several where it depends on the level
 * @param currency ISO 4217
 * @param tuition such as {@code waived}
 * @param airfare such as {@code paid}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pays(List<BigDecimal> stipendPerMonth, String currency, String tuition, String airfare) {}
