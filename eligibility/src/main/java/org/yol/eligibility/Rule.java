package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;

/** One rule with all its values: what {@link RuleReading} makes of a stated one. */
public sealed interface Rule
        permits AgeRule,
                BirthDateRule,
                ChoicesRule,
                CitizenshipRule,
                DegreeRule,
                EmployerRule,
                FormerHolderRule,
                GradeRule,
                LanguageRule,
                ResidenceRule,
                UnreadableRule,
                WorkRule {

    /**
     * Being a citizen of one of some countries, for where a programme says so and not its rules.
     *
     * @param countries ISO 3166-1 alpha-2
     */
    static Rule citizenOf(List<String> countries) {
        return new CitizenshipRule(List.copyOf(countries));
    }

    /**
     * What it asks.
     *
     * @param deadline the day on which the call closes, in the call's zone; null while it is not known
     */
    Requirement requirement(LocalDate deadline);

    /**
     * What it says of somebody.
     *
     * @param deadline as in {@link #requirement}
     */
    RuleAnswer answer(Applicant applicant, LocalDate deadline);
}
