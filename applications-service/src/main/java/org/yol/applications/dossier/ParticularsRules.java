package org.yol.applications.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yol.eligibility.Employer;
import org.yol.platform.problem.FieldError;
import org.yol.platform.text.VisibleText;

/** What may be written into a dossier, and what has to be in it. Finds all that is wrong at once. */
public final class ParticularsRules {

    private static final int YEARS_OF_LIFE_AT_MOST = 120;
    private static final BigDecimal BEST_GRADE_AT_MOST = BigDecimal.valueOf(1_000);
    private static final BigDecimal JLPT_BEST = BigDecimal.valueOf(180);
    private static final int DECIMALS_AT_MOST = 4;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern REGION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");
    private static final Pattern PROGRAMME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]{5,40}");

    private final List<FieldError> errors = new ArrayList<>();
    private final String within;
    private final Particulars dossier;

    private ParticularsRules(Particulars dossier, String within) {
        this.dossier = dossier;
        this.within = within;
    }

    /**
     * What even an unfinished dossier may not hold, by pointers into it.
     *
     * @param today in the time zone that is furthest ahead
     */
    static List<FieldError> errors(Particulars dossier, LocalDate today) {
        ParticularsRules rules = new ParticularsRules(dossier, "");
        rules.check(today);
        return List.copyOf(rules.errors);
    }

    /**
     * What keeps a dossier from being handed in, by pointers such as {@code /dossier/birthDate}: what is missing, and
     * what may not be there.
     */
    public static List<FieldError> submissionErrors(Particulars dossier, LocalDate today) {
        ParticularsRules rules = new ParticularsRules(dossier, "/dossier");
        rules.checkThere();
        rules.check(today);
        return List.copyOf(rules.errors);
    }

    private void checkThere() {
        if (dossier.passportName() == null || dossier.passportName().isBlank()) {
            refuse("/passportName/family", "answer.missing");
        }
        require(dossier.birthDate() != null, "/birthDate");
        require(!dossier.citizenships().isEmpty(), "/citizenships");
        if (dossier.education().isEmpty()) {
            refuse("/education", "answer.missing");
        }
        for (int index = 0; index < dossier.education().size(); index++) {
            Education studies = dossier.education().get(index);
            require(!VisibleText.isBlank(studies.institution()), "/education/" + index + "/institution");
            require(studies.level() != null, "/education/" + index + "/level");
        }
        if (!dossier.agreesTo(Consent.Kind.HAND_OVER_TO_JAPAN)) {
            refuse("/consents", "consent.missing");
        }
    }

    private void check(LocalDate today) {
        check("/passportName", dossier.passportName(), PersonName.Script.LATIN);
        check("/nativeName", dossier.nativeName(), PersonName.Script.ANY);
        check("/katakanaName", dossier.katakanaName(), PersonName.Script.KATAKANA);
        for (int index = 0; index < dossier.citizenships().size(); index++) {
            allow(COUNTRIES.contains(dossier.citizenships().get(index)), "/citizenships/" + index, "field.country");
        }
        LocalDate born = dossier.birthDate();
        LocalDate first = today.minusYears(YEARS_OF_LIFE_AT_MOST);
        if (born != null && (born.isAfter(today) || born.isBefore(first))) {
            refuse("/birthDate", "birth-date.range", first, today);
        }
        for (int index = 0; index < dossier.education().size(); index++) {
            check("/education/" + index, dossier.education().get(index));
        }
        for (int index = 0; index < dossier.languages().size(); index++) {
            check("/languages/" + index, dossier.languages().get(index), today);
        }
        for (int index = 0; index < dossier.work().size(); index++) {
            check("/work/" + index, dossier.work().get(index));
        }
        checkHome();
        if (dossier.contacts() != null && dossier.contacts().telephone() != null) {
            allow(TELEPHONE.matcher(dossier.contacts().telephone()).matches(), "/contacts/telephone", "telephone.form");
        }
        for (int index = 0; index < dossier.programmesHeld().size(); index++) {
            allow(
                    PROGRAMME.matcher(dossier.programmesHeld().get(index)).matches(),
                    "/programmesHeld/" + index,
                    "field.unreadable");
        }
    }

    private void check(String pointer, PersonName name, PersonName.Script script) {
        if (name != null) {
            allow(script.isOf(name.family()), pointer + "/family", script.message());
            allow(script.isOf(name.given()), pointer + "/given", script.message());
        }
    }

    private void check(String pointer, Education studies) {
        allow(!Months.areCrossed(studies.from(), studies.to()), pointer + "/to", "months.crossed");
        BigDecimal grade = studies.grade();
        BigDecimal outOf = studies.outOf();
        boolean isScale = outOf == null
                || hasFewDecimals(outOf)
                        && outOf.compareTo(BigDecimal.ONE) >= 0
                        && outOf.compareTo(BEST_GRADE_AT_MOST) <= 0;
        if (!isScale) {
            refuse(pointer + "/outOf", "grade.scale", BEST_GRADE_AT_MOST);
        }
        BigDecimal best = outOf == null || !isScale ? BEST_GRADE_AT_MOST : outOf;
        if (grade != null && (!hasFewDecimals(grade) || grade.signum() < 0 || grade.compareTo(best) > 0)) {
            refuse(pointer + "/grade", "grade.range", best);
        }
    }

    private void check(String pointer, LanguageSkill skill, LocalDate today) {
        if (skill.language() != null) {
            allow(isLanguage(skill.language()), pointer + "/language", "field.unreadable");
        }
        if (skill.test() != null) {
            if (skill.language() != null) {
                allow(skill.test().isOf(skill.language()), pointer + "/test", "language.test");
            }
            if (skill.result() != null && !skill.test().hasResult(skill.result())) {
                refuse(pointer + "/result", "language.result", skill.test().toString());
            }
        }
        if (skill.total() != null) {
            allow(
                    skill.total().signum() >= 0 && skill.total().compareTo(JLPT_BEST) <= 0,
                    pointer + "/total",
                    "language.total");
        }
        if (skill.date() != null) {
            allow(
                    !skill.date().isAfter(today) && skill.date().getYear() >= 1950,
                    pointer + "/date",
                    "jakarta.validation.constraints.Past.message");
        }
    }

    private void check(String pointer, Employment job) {
        allow(job.kind() != Employer.NONE, pointer + "/kind", "field.unreadable");
        allow(!Months.areCrossed(job.from(), job.to()), pointer + "/to", "months.crossed");
    }

    private void checkHome() {
        Home home = dossier.home();
        if (home == null) {
            return;
        }
        if (home.country() != null) {
            allow(COUNTRIES.contains(home.country()), "/home/country", "field.country");
        }
        if (home.region() != null) {
            var region = REGION.matcher(home.region());
            allow(
                    region.matches()
                            && (home.country() == null || home.country().equals(region.group(1))),
                    "/home/region",
                    "field.unreadable");
        }
    }

    private static boolean hasFewDecimals(BigDecimal number) {
        return number.scale() <= DECIMALS_AT_MOST && number.precision() <= 10;
    }

    private static boolean isLanguage(String code) {
        return code.matches("[a-z]{2,3}")
                && !Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equals(code);
    }

    private void require(boolean there, String pointer) {
        allow(there, pointer, "answer.missing");
    }

    private void allow(boolean met, String pointer, String message) {
        if (!met) {
            refuse(pointer, message);
        }
    }

    private void refuse(String pointer, String message, Object... arguments) {
        errors.add(FieldError.of(within + pointer, message, arguments));
    }
}
