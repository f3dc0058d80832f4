package org.yol.programs.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.yol.platform.problem.FieldError;

/**
 * What may not be changed any more of a published programme, once somebody has begun to apply: whatever would take away
 * what they were promised. Words, sectors and whatever is given in addition stay free. Finds all of it at once.
 */
final class OfferAmendmentRules {

    /** Nothing better can be promised. */
    private static final Set<String> BORNE = Set.of("waived", "paid");

    private static final Pays NOTHING = new Pays(List.of(), List.of(), null, null, null);

    private final List<FieldError> errors = new ArrayList<>();
    private final Offer before;
    private final Offer after;

    private OfferAmendmentRules(Offer before, Offer after) {
        this.before = before;
        this.after = after;
    }

    /**
     * What harms somebody, by pointers into the programme; empty when nothing does.
     *
     * @param begun whether anybody has begun to apply; the kind stays in any case, for the calls are made for it
     */
    static List<FieldError> errors(Offer before, Offer after, boolean begun) {
        OfferAmendmentRules rules = new OfferAmendmentRules(before, after);
        rules.check(after.kind() == before.kind(), "/kind", "amendment.kind");
        if (begun) {
            rules.checkWhereAndWho();
            rules.checkStudies();
            rules.checkPays(
                    Objects.requireNonNullElse(before.pays(), NOTHING),
                    Objects.requireNonNullElse(after.pays(), NOTHING));
        }
        return List.copyOf(rules.errors);
    }

    private void checkWhereAndWho() {
        check(Objects.equals(after.destination(), before.destination()), "/destination", "amendment.fixed");
        checkKept(before.origins(), after.origins(), "/origins");
        checkKept(before.levels(), after.levels(), "/levels");
    }

    private void checkStudies() {
        checkKept(before.fields(), after.fields(), "/fields");
        // Where no field was named, any was meant.
        check(!before.fields().isEmpty() || after.fields().isEmpty(), "/fields", "amendment.fixed");
        checkKept(before.languages(), after.languages(), "/languages");
        check(isNotLess(after.months(), before.months()), "/months", "amendment.less", before.months());
        int sessions = before.sessions().size();
        check(after.sessions().size() >= sessions, "/sessions", "amendment.less", sessions);
        check(
                before.certificate() == null || before.certificate().equals(after.certificate()),
                "/certificate",
                "amendment.fixed");
    }

    private void checkPays(Pays promised, Pays then) {
        check(
                promised.currency() == null || promised.currency().equals(then.currency()),
                "/pays/currency",
                "amendment.fixed");
        checkAmounts(promised.stipendPerMonth(), then.stipendPerMonth(), "/pays/stipendPerMonth");
        checkAmounts(promised.regional(), then.regional(), "/pays/regional");
        checkBorne(promised.tuition(), then.tuition(), "/pays/tuition");
        checkBorne(promised.airfare(), then.airfare(), "/pays/airfare");
    }

    /** Amounts keep their order, and one alone is for all. */
    private void checkAmounts(List<BigDecimal> promised, List<BigDecimal> then, String pointer) {
        for (int index = 0; index < promised.size(); index++) {
            int there = then.size() == 1 ? 0 : index;
            BigDecimal amount = promised.get(index);
            if (there >= then.size() || then.get(there).compareTo(amount) < 0) {
                check(false, pointer, "amendment.less", amount);
                return;
            }
        }
    }

    private void checkBorne(String promised, String then, String pointer) {
        boolean better = then != null && BORNE.contains(then.strip().toLowerCase(Locale.ROOT));
        check(promised == null || promised.equals(then) || better, pointer, "amendment.fixed");
    }

    private void checkKept(Collection<?> promised, Collection<?> then, String pointer) {
        check(then.containsAll(promised), pointer, "amendment.kept");
    }

    private static boolean isNotLess(Integer then, Integer promised) {
        return promised == null || then != null && then >= promised;
    }

    private void check(boolean harmless, String pointer, String message, Object... arguments) {
        if (!harmless) {
            errors.add(FieldError.of(pointer, message, arguments));
        }
    }
}
