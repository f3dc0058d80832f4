package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yol.eligibility.Statement.ProgrammeId;

/**
 * Not having held a programme before.
 *
 * @param programme id of a programme, or {@code any-scholarship-abroad}
 */
record FormerHolderRule(String programme) implements Rule {

    static final String ANY = "any-scholarship-abroad";

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(
                isAny()
                        ? Statement.of("rule.held.any")
                        : Statement.of("rule.held", "programme", new ProgrammeId(programme)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        Set<String> held = applicant.programmesHeld();
        if (held == null) {
            return RuleAnswer.unknown(this, deadline, Missing.PROGRAMMES_HELD);
        }
        if (held.isEmpty()) {
            return RuleAnswer.of(this, deadline, Answer.MET, Statement.of("reason.held.none"));
        }
        List<ProgrammeId> named = held.stream()
                .filter(id -> !id.equals(ANY))
                .sorted()
                .map(ProgrammeId::new)
                .toList();
        Statement reason =
                named.isEmpty() ? Statement.of("reason.held.some") : Statement.of("reason.held", "programmes", named);
        if (isAny() || held.contains(programme)) {
            return RuleAnswer.of(this, deadline, Answer.NOT_MET, reason);
        }
        // "Some scholarship abroad" may have been this one.
        return held.contains(ANY)
                ? RuleAnswer.of(this, deadline, Answer.UNKNOWN, List.of(reason), List.of(Missing.PROGRAMMES_HELD))
                : RuleAnswer.of(this, deadline, Answer.MET, reason);
    }

    private boolean isAny() {
        return programme.equals(ANY);
    }
}
