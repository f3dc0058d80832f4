package org.yol.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yol.contracts.EligibilityRule;
import org.yol.contracts.EligibilityRule.Grade;

/**
 * Understands rules as they are stated, and names all that makes no sense in them at once. A rule with a fault becomes
 * one that answers unknown.
 */
public final class RuleReading {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern REGION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");
    private static final Pattern PROGRAMME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}");

    /** Nobody alive was born before it, and no programme asks for more years than that. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;
    private static final int YEARS_AT_MOST = 120;

    private static final BigDecimal BEST_GRADE_AT_MOST = BigDecimal.valueOf(1_000);
    private static final int DECIMALS_AT_MOST = 4;
    private static final int SCALES_AT_MOST = 10;

    /** The kinds of rules, by the fields that lead them, and what may stand beside those. */
    private enum Kind {
        CITIZENSHIP(Set.of("citizenship"), Set.of()),
        BORN_BETWEEN(Set.of("bornBetween"), Set.of()),
        BORN_FROM(Set.of("bornOnOrAfter"), Set.of()),
        BORN_UNTIL(Set.of("bornOnOrBefore"), Set.of()),
        AGE(Set.of("ageAtLeast", "ageAtMost"), Set.of("on")),
        DEGREE(Set.of("degreeAtLeast"), Set.of()),
        GRADE(Set.of("gradeAtLeast"), Set.of("outOf", "orGrades")),
        LANGUAGE(Set.of("language"), Set.of("atLeast", "test")),
        WORK(Set.of("yearsOfWork"), Set.of()),
        EMPLOYER(Set.of("worksFor"), Set.of()),
        RESIDENCE(Set.of("residesIn"), Set.of("years")),
        FORMER_HOLDER(Set.of("notFormerHolderOf"), Set.of()),
        CHOICES(Set.of("choicesAtMost"), Set.of());

        private final Set<String> leading;
        private final Set<String> beside;

        Kind(Set<String> leading, Set<String> beside) {
            this.leading = leading;
            this.beside = beside;
        }

        static List<Kind> ledBy(Set<String> fields) {
            return Arrays.stream(values())
                    .filter(kind -> kind.leading.stream().anyMatch(fields::contains))
                    .toList();
        }

        boolean has(String field) {
            return leading.contains(field) || beside.contains(field);
        }
    }

    private final String pointer;
    private final List<RuleFault> faults = new ArrayList<>();

    private RuleReading(String pointer) {
        this.pointer = pointer;
    }

    /**
     * What was understood.
     *
     * @param rules one for each that is stated, in their order
     * @param faults in the same order; empty when every rule makes sense
     */
    public record Result(List<Rule> rules, List<RuleFault> faults) {}

    /**
     * Reads rules.
     *
     * @param stated may be null for none
     * @param pointer JSON pointer to the list, such as {@code /eligibility}
     */
    public static Result read(List<EligibilityRule> stated, String pointer) {
        List<Rule> rules = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        List<EligibilityRule> all = Objects.requireNonNullElse(stated, List.of());
        for (int index = 0; index < all.size(); index++) {
            RuleReading reading = new RuleReading(pointer + "/" + index);
            Rule rule = reading.rule(all.get(index));
            rules.add(reading.faults.isEmpty() ? rule : new UnreadableRule());
            faults.addAll(reading.faults);
        }
        return new Result(List.copyOf(rules), List.copyOf(faults));
    }

    /** The rules of a call that was published, whose faults are nobody's any more. */
    public static List<Rule> rules(List<EligibilityRule> stated) {
        return read(stated, "").rules();
    }

    private Rule rule(EligibilityRule stated) {
        Set<String> fields = stated == null ? Set.of() : stated(stated);
        List<Kind> kinds = Kind.ledBy(fields);
        if (kinds.isEmpty()) {
            faults.add(new RuleFault(pointer, "rule.nothing-stated", List.of()));
            return null;
        }
        Kind kind = kinds.getFirst();
        String leading =
                fields.stream().filter(kind.leading::contains).findFirst().orElseThrow();
        fields.stream().filter(field -> !kind.has(field)).forEach(field -> {
            boolean leads = kinds.stream().anyMatch(other -> other.leading.contains(field));
            fault(field, leads ? "rule.two-in-one" : "rule.not-of-this-rule", leading);
        });
        return switch (kind) {
            case CITIZENSHIP -> citizenship(stated.citizenship());
            case BORN_BETWEEN -> bornBetween(stated.bornBetween());
            case BORN_FROM -> new BirthDateRule(date("bornOnOrAfter", stated.bornOnOrAfter()), null);
            case BORN_UNTIL -> new BirthDateRule(null, date("bornOnOrBefore", stated.bornOnOrBefore()));
            case AGE -> age(stated);
            case DEGREE -> degree(stated);
            case GRADE -> grade(stated);
            case LANGUAGE -> language(stated);
            case WORK -> new WorkRule(number("yearsOfWork", stated.yearsOfWork(), 1, YEARS_AT_MOST));
            case EMPLOYER -> employer(stated.worksFor());
            case RESIDENCE -> residence(stated);
            case FORMER_HOLDER -> formerHolder(stated.notFormerHolderOf());
            case CHOICES -> new ChoicesRule(number("choicesAtMost", stated.choicesAtMost(), 1, 100));
        };
    }

    /** The names of the fields that are there, in the order of the form. */
    private static Set<String> stated(EligibilityRule rule) {
        Map<String, Supplier<Object>> fields = new LinkedHashMap<>();
        fields.put("citizenship", rule::citizenship);
        fields.put("bornBetween", rule::bornBetween);
        fields.put("bornOnOrAfter", rule::bornOnOrAfter);
        fields.put("bornOnOrBefore", rule::bornOnOrBefore);
        fields.put("ageAtLeast", rule::ageAtLeast);
        fields.put("ageAtMost", rule::ageAtMost);
        fields.put("on", rule::on);
        fields.put("degreeAtLeast", rule::degreeAtLeast);
        fields.put("gradeAtLeast", rule::gradeAtLeast);
        fields.put("outOf", rule::outOf);
        fields.put("orGrades", rule::orGrades);
        fields.put("language", rule::language);
        fields.put("atLeast", rule::atLeast);
        fields.put("test", rule::test);
        fields.put("yearsOfWork", rule::yearsOfWork);
        fields.put("worksFor", rule::worksFor);
        fields.put("residesIn", rule::residesIn);
        fields.put("years", rule::years);
        fields.put("notFormerHolderOf", rule::notFormerHolderOf);
        fields.put("choicesAtMost", rule::choicesAtMost);
        fields.values().removeIf(field -> field.get() == null);
        return fields.keySet();
    }

    private Rule citizenship(List<String> countries) {
        if (countries.size() > COUNTRIES.size()) {
            fault("citizenship", "rule.too-many", COUNTRIES.size());
            return null;
        }
        for (int index = 0; index < countries.size(); index++) {
            require(isCountry(countries.get(index)), "citizenship/" + index, "rule.country");
        }
        return faults.isEmpty() ? new CitizenshipRule(List.copyOf(countries)) : null;
    }

    private Rule bornBetween(List<LocalDate> dates) {
        if (dates.size() != 2 || dates.stream().anyMatch(Objects::isNull)) {
            fault("bornBetween", "rule.two-dates");
            return null;
        }
        LocalDate from = date("bornBetween/0", dates.get(0));
        LocalDate until = date("bornBetween/1", dates.get(1));
        require(!from.isAfter(until), "bornBetween/1", "rule.dates-crossed");
        return new BirthDateRule(from, until);
    }

    private Rule age(EligibilityRule stated) {
        Integer least = stated.ageAtLeast();
        Integer most = stated.ageAtMost();
        if (least != null) {
            number("ageAtLeast", least, 0, YEARS_AT_MOST);
        }
        if (most != null) {
            number("ageAtMost", most, 0, YEARS_AT_MOST);
        }
        require(least == null || most == null || least <= most, "ageAtMost", "rule.ages-crossed");
        if (stated.on() != null) {
            date("on", stated.on());
        }
        return new AgeRule(least, most, stated.on());
    }

    private Rule degree(EligibilityRule stated) {
        require(DegreeRule.DEGREES.contains(stated.degreeAtLeast()), "degreeAtLeast", "rule.degree");
        return new DegreeRule(stated.degreeAtLeast());
    }

    private Rule grade(EligibilityRule stated) {
        GradeOnScale atLeast = grade("gradeAtLeast", stated.gradeAtLeast(), "outOf", stated.outOf());
        List<GradeOnScale> others = new ArrayList<>();
        Set<BigDecimal> scales = new HashSet<>();
        if (stated.outOf() != null) {
            scales.add(stated.outOf().stripTrailingZeros());
        }
        List<Grade> otherGrades = Objects.requireNonNullElse(stated.orGrades(), List.of());
        if (otherGrades.size() > SCALES_AT_MOST) {
            fault("orGrades", "rule.too-many", SCALES_AT_MOST);
            return null;
        }
        for (int index = 0; index < otherGrades.size(); index++) {
            String field = "orGrades/" + index;
            Grade other = otherGrades.get(index);
            if (other == null) {
                fault(field, "rule.required");
                continue;
            }
            others.add(grade(field + "/grade", other.grade(), field + "/outOf", other.outOf()));
            require(
                    other.outOf() == null || scales.add(other.outOf().stripTrailingZeros()),
                    field + "/outOf",
                    "rule.scale-twice");
        }
        return faults.isEmpty() ? new GradeRule(atLeast, others) : null;
    }

    private GradeOnScale grade(String gradeField, BigDecimal grade, String scaleField, BigDecimal outOf) {
        require(grade != null, gradeField, "rule.required");
        require(outOf != null, scaleField, "rule.required");
        if (grade == null || outOf == null) {
            return null;
        }
        boolean isScale = hasFewDecimals(outOf)
                && outOf.compareTo(BigDecimal.ONE) >= 0
                && outOf.compareTo(BEST_GRADE_AT_MOST) <= 0;
        require(isScale, scaleField, "rule.number", 1, BEST_GRADE_AT_MOST);
        require(
                !isScale || hasFewDecimals(grade) && grade.signum() >= 0 && grade.compareTo(outOf) <= 0,
                gradeField,
                "rule.grade",
                outOf);
        return new GradeOnScale(grade, outOf);
    }

    private Rule language(EligibilityRule stated) {
        String code = stated.language();
        boolean known = isLanguage(code);
        require(known, "language", "rule.language");
        LanguageTest test = stated.test() == null
                ? LanguageTest.CEFR
                : LanguageTest.of(stated.test()).orElse(null);
        if (test == null) {
            fault("test", "rule.test");
            return null;
        }
        require(!known || test.isOf(code), "test", "rule.test-of-another-language");
        if (stated.atLeast() == null) {
            fault("atLeast", "rule.required");
        } else {
            require(test.hasResult(stated.atLeast()), "atLeast", "rule.level", test.toString());
        }
        return new LanguageRule(code, test, stated.atLeast());
    }

    private Rule employer(String word) {
        boolean government = word.equals(EmployerRule.GOVERNMENT);
        require(government || word.equals(EmployerRule.ANY), "worksFor", "rule.employer");
        return new EmployerRule(government);
    }

    private Rule residence(EligibilityRule stated) {
        String place = stated.residesIn();
        var region = REGION.matcher(place);
        require(
                place.equals(ResidenceRule.RURAL) || isCountry(place) || region.matches() && isCountry(region.group(1)),
                "residesIn",
                "rule.place");
        return new ResidenceRule(place, stated.years() == null ? 0 : number("years", stated.years(), 1, YEARS_AT_MOST));
    }

    private Rule formerHolder(String programme) {
        require(PROGRAMME.matcher(programme).matches(), "notFormerHolderOf", "rule.programme");
        return new FormerHolderRule(programme);
    }

    private LocalDate date(String field, LocalDate date) {
        require(date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR, field, "rule.date");
        return date;
    }

    private int number(String field, int number, int least, int most) {
        require(number >= least && number <= most, field, "rule.number", least, most);
        return number;
    }

    private static boolean hasFewDecimals(BigDecimal number) {
        return number.scale() <= DECIMALS_AT_MOST;
    }

    private static boolean isCountry(String code) {
        return code != null && COUNTRIES.contains(code);
    }

    /** A code that the JDK has a name for: without one it answers the code itself. */
    private static boolean isLanguage(String code) {
        return code.matches("[a-z]{2,3}")
                && !Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equals(code);
    }

    private void require(boolean met, String field, String key, Object... arguments) {
        if (!met) {
            fault(field, key, arguments);
        }
    }

    private void fault(String field, String key, Object... arguments) {
        faults.add(new RuleFault(pointer + "/" + field, key, List.of(arguments)));
    }
}
