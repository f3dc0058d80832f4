package org.yol.eligibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Being born within some time.
 *
 * @param from the first date it takes; null for any
 * @param until the last one; null for any
 */
record BirthDateRule(LocalDate from, LocalDate until) implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        Map<String, Object> values = new HashMap<>();
        if (from != null) {
            values.put("from", from);
        }
        if (until != null) {
            values.put("until", until);
        }
        String form = from == null ? "until" : until == null ? "from" : "between";
        return new Requirement(new Statement("rule.born." + form, values));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        LocalDate born = applicant.birthDate();
        if (born == null) {
            return RuleAnswer.unknown(this, deadline, Missing.BIRTH_DATE);
        }
        boolean met = (from == null || !born.isBefore(from)) && (until == null || !born.isAfter(until));
        return RuleAnswer.of(this, deadline, Answer.of(met), Statement.of("reason.born", "date", born));
    }
}
