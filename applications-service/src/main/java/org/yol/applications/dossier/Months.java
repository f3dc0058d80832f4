package org.yol.applications.dossier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** Months as they are written: {@code 2019-09}. */
final class Months {

    static final String PATTERN = "(19|20|21)\\d\\d-(0[1-9]|1[0-2])";
    static final String MESSAGE = "{field.month}";

    private Months() {}

    /** Whether a stretch ends before it begins; not when either end is not known. */
    static boolean areCrossed(String from, String to) {
        return from != null && to != null && from.compareTo(to) > 0;
    }

    /** Whether a month has not come yet; null has. */
    static boolean isToCome(String month, LocalDate today) {
        return month != null && YearMonth.parse(month).isAfter(YearMonth.from(today));
    }

    /** The whole years of all stretches together, where those at the same time count once. */
    static int years(Iterable<Employment> stretches, LocalDate today) {
        Set<YearMonth> all = new HashSet<>();
        YearMonth now = YearMonth.from(today);
        for (Employment stretch : stretches) {
            YearMonth end = stretch.to() == null ? now : YearMonth.parse(stretch.to());
            for (YearMonth month = YearMonth.parse(stretch.from());
                    !month.isAfter(end) && !month.isAfter(now);
                    month = month.plusMonths(1)) {
                all.add(month);
            }
        }
        return all.size() / 12;
    }

    /** The whole years since the beginning of a month; null when it is not known. */
    static Integer yearsSince(String month, LocalDate today) {
        return month == null
                ? null
                : YearMonth.parse(month).atDay(1).until(today).getYears();
    }
}
