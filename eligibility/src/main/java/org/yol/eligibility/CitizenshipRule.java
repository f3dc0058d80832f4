package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.yol.eligibility.Statement.CountryCode;

/**
 * Being a citizen of one of some countries. Whoever has several citizenships needs one of these.
 *
 * @param countries ISO 3166-1 alpha-2, at least one
 */
record CitizenshipRule(List<String> countries) implements Rule {

    @Override
    public Requirement requirement(LocalDate deadline) {
        return new Requirement(Statement.of("rule.citizenship", "countries", named(countries)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        if (applicant.citizenships() == null) {
            return RuleAnswer.unknown(this, deadline, Missing.CITIZENSHIP);
        }
        List<String> held = applicant.citizenships().stream().sorted().toList();
        return RuleAnswer.of(
                this,
                deadline,
                Answer.of(held.stream().anyMatch(countries::contains)),
                held.isEmpty()
                        ? Statement.of("reason.citizenship.none")
                        : Statement.of("reason.citizenship", "countries", named(held)));
    }

    private static List<CountryCode> named(List<String> codes) {
        return codes.stream().map(CountryCode::new).toList();
    }
}
