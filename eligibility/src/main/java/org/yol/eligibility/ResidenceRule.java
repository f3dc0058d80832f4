package org.yol.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yol.eligibility.Applicant.Residence;
import org.yol.eligibility.Statement.CountryCode;

/**
 * Living somewhere.
 *
 * @param place a country as ISO 3166-1 alpha-2, a region as ISO 3166-2, or {@code rural}
 * @param years for how long already, in whole years; 0 for any time
 */
record ResidenceRule(String place, int years) implements Rule {

    static final String RURAL = "rural";

    @Override
    public Requirement requirement(LocalDate deadline) {
        if (isRural()) {
            return new Requirement(Statement.of("rule.residence.rural", "years", years));
        }
        return new Requirement(
                isRegion()
                        ? new Statement(
                                "rule.residence.region",
                                Map.of("region", place, "country", new CountryCode(country(place)), "years", years))
                        : new Statement(
                                "rule.residence.country", Map.of("country", new CountryCode(place), "years", years)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        Residence lives = applicant.residence();
        if (lives == null) {
            return RuleAnswer.unknown(this, deadline, Missing.RESIDENCE);
        }
        Answer there = isThere(lives);
        Answer longEnough = isLongEnough(lives);
        Answer both = Answer.all(List.of(there, longEnough));
        List<Missing> missing = new ArrayList<>();
        if (both == Answer.UNKNOWN) {
            if (there == Answer.UNKNOWN) {
                missing.add(Missing.RESIDENCE);
            }
            if (longEnough == Answer.UNKNOWN) {
                missing.add(Missing.YEARS_OF_RESIDENCE);
            }
        }
        return RuleAnswer.of(this, deadline, both, reasons(lives), missing);
    }

    private Answer isThere(Residence lives) {
        if (isRural()) {
            return lives.rural() == null ? Answer.UNKNOWN : Answer.of(lives.rural());
        }
        String country = countryOf(lives);
        if (!isRegion()) {
            return country == null ? Answer.UNKNOWN : Answer.of(country.equals(place));
        }
        if (lives.region() != null) {
            return Answer.of(lives.region().equals(place));
        }
        return country == null || country.equals(country(place)) ? Answer.UNKNOWN : Answer.NOT_MET;
    }

    private Answer isLongEnough(Residence lives) {
        if (years == 0) {
            return Answer.MET;
        }
        return lives.years() == null ? Answer.UNKNOWN : Answer.of(lives.years() >= years);
    }

    private List<Statement> reasons(Residence lives) {
        List<Statement> reasons = new ArrayList<>();
        if (isRural()) {
            if (lives.rural() != null) {
                reasons.add(Statement.of("reason.residence." + (lives.rural() ? "rural" : "urban")));
            }
        } else if (isRegion() && lives.region() != null) {
            reasons.add(new Statement(
                    "reason.residence.region",
                    Map.of("region", lives.region(), "country", new CountryCode(country(lives.region())))));
        } else if (countryOf(lives) != null) {
            reasons.add(Statement.of("reason.residence.country", "country", new CountryCode(countryOf(lives))));
        }
        if (years > 0 && lives.years() != null) {
            reasons.add(Statement.of("reason.residence.years", "years", lives.years()));
        }
        return reasons;
    }

    private boolean isRural() {
        return place.equals(RURAL);
    }

    private boolean isRegion() {
        return place.indexOf('-') > 0;
    }

    private static String countryOf(Residence lives) {
        return lives.country() == null && lives.region() != null ? country(lives.region()) : lives.country();
    }

    private static String country(String region) {
        return region.substring(0, region.indexOf('-'));
    }
}
