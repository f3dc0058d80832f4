package org.yol.applications.dossier;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yol.contracts.StudyLevel;
import org.yol.platform.text.PlainText;
import org.yol.platform.text.VisibleText;

/**
 * Studies that led to a degree, or will.
 *
 * @param institution as it calls itself, in any language
 * @param level of the degree
 * @param field what was studied
 * @param from the month, as in {@code 2019-09}
 * @param to the month of the degree, which may be to come; without one the degree is held
 * @param grade on the scale of the institution; {@code outOf} is its best one
 */
public record Education(
        @PlainText @Size(max = 200) String institution,
        StudyLevel level,
        @PlainText @Size(max = 200) String field,

        @Pattern(regexp = Months.PATTERN, message = Months.MESSAGE)
        String from,

        @Pattern(regexp = Months.PATTERN, message = Months.MESSAGE)
        String to,

        BigDecimal grade,
        BigDecimal outOf) {

    /** Whether it says where, and what for. */
    boolean isNamed() {
        return !VisibleText.isBlank(institution) && level != null;
    }

    /**
     * The one that ends last among those that name an institution.
     *
     * @param all null is none
     */
    public static Optional<Education> last(List<Education> all) {
        return Stream.ofNullable(all)
                .flatMap(List::stream)
                .filter(studies -> studies.institution() != null)
                .max(Comparator.comparing(Education::to, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
