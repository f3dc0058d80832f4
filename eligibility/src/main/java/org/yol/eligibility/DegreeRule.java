package org.yol.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.yol.contracts.StudyLevel;

/**
 * Holding a degree or a higher one.
 *
 * @param atLeast bachelor, master or doctorate
 */
record DegreeRule(StudyLevel atLeast) implements Rule {

    /** The levels that end with a degree. */
    static final Set<StudyLevel> DEGREES = EnumSet.of(StudyLevel.BACHELOR, StudyLevel.MASTER, StudyLevel.DOCTORATE);

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.degree", "degree", atLeast.toString()));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        StudyLevel held = applicant.degree();
        if (held == null || held == StudyLevel.UNKNOWN) {
            return RuleAnswer.unknown(this, deadline, Missing.DEGREE);
        }
        return RuleAnswer.of(
                this,
                deadline,
                Answer.of(rank(held) >= rank(atLeast)),
                Statement.of("reason.degree", "degree", held.toString()));
    }

    /** A researcher after the doctorate holds one; a training or a stay without a degree gives none. */
    private static int rank(StudyLevel level) {
        return switch (level) {
            case BACHELOR -> 1;
            case MASTER -> 2;
            case DOCTORATE, POSTDOCTORAL -> 3;
            case NON_DEGREE, TRAINING, UNKNOWN -> 0;
        };
    }
}
