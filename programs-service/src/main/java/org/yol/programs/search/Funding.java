package org.yol.programs.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.yol.programs.programme.Pays;

/** What of a student's costs is borne. */
enum Funding {
    /** Some amount each month. */
    STIPEND,
    /** Nothing is to be paid for tuition: it is waived, or paid by somebody else. */
    TUITION,
    AIRFARE;

    private static final Set<String> BORNE = Set.of("waived", "paid");

    /** @param pays may be null: nothing is known to be paid */
    static Set<Funding> of(Pays pays) {
        Set<Funding> borne = EnumSet.noneOf(Funding.class);
        if (pays == null) {
            return borne;
        }
        if (pays.stipendPerMonth() != null && !pays.stipendPerMonth().isEmpty()) {
            borne.add(STIPEND);
        }
        if (isBorne(pays.tuition())) {
            borne.add(TUITION);
        }
        if (isBorne(pays.airfare())) {
            borne.add(AIRFARE);
        }
        return borne;
    }

    private static boolean isBorne(String cost) {
        return cost != null && BORNE.contains(cost.strip().toLowerCase(Locale.ROOT));
    }

    /** The word in addresses and answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
