package org.yol.eligibility;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yol.contracts.Country;
import org.yol.contracts.Language;
import org.yol.eligibility.Statement.CountryCode;
import org.yol.eligibility.Statement.LanguageCode;
import org.yol.eligibility.Statement.ProgrammeId;

/** Says rules and answers in one of the languages. Safe for many threads. */
public final class EligibilityWords {

    private static final int LAST_YEAR = 9_999;
    private static final String BUNDLE = "org.yol.eligibility.eligibility";
    private static final Map<Language, EligibilityWords> BY_LANGUAGE = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), EligibilityWords::new));

    private final Language language;
    private final ULocale locale;
    private final ResourceBundle messages;

    private final UnaryOperator<String> programmes;

    private EligibilityWords(Language language) {
        this.programmes = UnaryOperator.identity();
        this.language = language;
        this.locale = ULocale.forLocale(language.formats());
        this.messages = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words for readers of a language; English for one that is not spoken here. */
    public static EligibilityWords in(Locale reader) {
        return BY_LANGUAGE.get(Language.of(reader.getLanguage()));
    }

    private EligibilityWords(EligibilityWords other, UnaryOperator<String> programmes) {
        this.language = other.language;
        this.locale = other.locale;
        this.messages = other.messages;
        this.programmes = programmes;
    }

    /**
     * The same words where programmes are called by their titles.
     *
     * @param titles the title for an id, or the id where there is none
     */
    public EligibilityWords naming(UnaryOperator<String> titles) {
        return new EligibilityWords(this, titles);
    }

    /** What a rule asks, such as "Born between 2 April 1983 and 1 April 2002". */
    public String requirement(Requirement requirement) {
        return text(requirement.statement());
    }

    /** Why a rule answers as it does, such as "You were born on 1 April 1983"; empty where nothing is known. */
    public String reason(RuleAnswer answer) {
        return answer.reasons().stream().map(this::text).collect(Collectors.joining(messages.getString("sentences")));
    }

    /** What would have to be known, such as "Not known: your date of birth"; empty where nothing is missing. */
    public String missing(RuleAnswer answer) {
        if (answer.missing().isEmpty()) {
            return "";
        }
        List<String> parts = answer.missing().stream()
                .map(part -> messages.getString("missing." + part))
                .toList();
        return text(Statement.of("missing", "parts", parts));
    }

    /** A rule and why it is not met, as one line of a refusal. */
    public String refusal(RuleAnswer answer) {
        return text(
                new Statement("refusal", Map.of("rule", requirement(answer.requirement()), "reason", reason(answer))));
    }

    private String text(Statement statement) {
        Map<String, Object> shown = new HashMap<>();
        statement.values().forEach((name, value) -> shown.put(name, shown(value)));
        return new MessageFormat(messages.getString(statement.key()), locale).format(shown);
    }

    /** As a message takes it: numbers stay numbers for its plurals, all else is text. */
    private Object shown(Object value) {
        return switch (value) {
            case LocalDate date -> date(date);
            case CountryCode country -> country(country.code());
            case ProgrammeId programme -> programmes.apply(programme.id());
            case LanguageCode language -> ULocale.getDisplayLanguage(language.code(), locale);
            case GradeOnScale grade ->
                text(new Statement("grade", Map.of("grade", number(grade.grade()), "best", number(grade.outOf()))));
            case List<?> several ->
                several.stream()
                        .map(this::shown)
                        .map(String::valueOf)
                        .collect(Collectors.joining(messages.getString("list")));
            default -> value;
        };
    }

    private String date(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            // Nobody writes such a date but by mistake, and it may be more than an instant can hold.
            return date.toString();
        }
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** As many decimals as were stated: a 3.0 is not a 3. */
    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(Math.max(number.scale(), 0));
        format.setMaximumFractionDigits(Math.max(number.scale(), 0));
        return format.format(number);
    }

    /** Those of the partners are called what was agreed with them, whatever the library says. */
    private String country(String code) {
        return Country.find(code)
                .map(country -> country.nameIn(language))
                .orElseGet(() -> ULocale.getDisplayCountry("und_" + code, locale));
    }
}
