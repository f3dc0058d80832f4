package org.yol.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An age on a date.
 *
 * @param atLeast whole years; null for any
 * @param atMost whole years, being so old but not yet a year older; null for any
 * @param on null for the day on which the call closes
 */
record AgeRule(Integer atLeast, Integer atMost, LocalDate on) implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        LocalDate day = day(deadline);
        Map<String, Object> values = new HashMap<>();
        values.put("dated", day == null ? "no" : "yes");
        values.put("on", day == null ? "" : day);
        if (atLeast != null) {
            values.put("least", atLeast);
        }
        if (atMost != null) {
            values.put("most", atMost);
        }
        String form = atLeast == null ? "at-most" : atMost == null ? "at-least" : "between";
        return new Requirement(new Statement("rule.age." + form, values));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        LocalDate day = day(deadline);
        LocalDate born = applicant.birthDate();
        List<Missing> missing = new ArrayList<>();
        if (born == null) {
            missing.add(Missing.BIRTH_DATE);
        }
        if (day == null) {
            missing.add(Missing.DEADLINE);
        }
        if (!missing.isEmpty()) {
            return RuleAnswer.of(this, deadline, Answer.UNKNOWN, List.of(), missing);
        }
        int age = Age.on(day, born);
        boolean met = (atLeast == null || age >= atLeast) && (atMost == null || age <= atMost);
        return RuleAnswer.of(
                this,
                deadline,
                Answer.of(met),
                new Statement("reason.age", Map.of("date", born, "age", Math.max(age, 0), "on", day)));
    }

    private LocalDate day(LocalDate deadline) {
        return on == null ? deadline : on;
    }
}
