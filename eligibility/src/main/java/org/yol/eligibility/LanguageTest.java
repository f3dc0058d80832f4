package org.yol.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a command of a language is certified. What a result stands for in the Common European Framework (CEFR) is what
 * those who hold the test publish, and nothing else:
 *
 * <ul>
 *   <li>IELTS: ielts.org, "IELTS and the CEFR": B1 from 4.0, B2 from 5.5, C1 from 7.0, C2 from 8.5;
 *   <li>TOEFL iBT: ets.org, "TOEFL iBT performance descriptors and CEFR levels" for the total from 0 to 120: B1 from
 *       42, B2 from 72, C1 from 95, C2 from 114; and "Score scale update" for the one from 1 to 6 that is told since 21
 *       January 2026: A1 from 1, A2 from 2 … C2 from 6;
 *   <li>JLPT: jlpt.jp, "Reference indication of the CEFR level", told since December 2025 for those who have passed, by
 *       the total: N5 A1; N4 A2; N3 A2, from 104 on B1; N2 B1, from 112 on B2; N1 B2, from 142 on C1.
 * </ul>
 */
public enum LanguageTest {
    /** A certificate that names a level itself. */
    @JsonProperty("CEFR")
    CEFR("CEFR", null, Pattern.compile("[ABC][12]")),
    @JsonProperty("IELTS")
    IELTS("IELTS", "en", Pattern.compile("[0-8](\\.[05])?|9(\\.0)?")),
    @JsonProperty("TOEFL iBT")
    TOEFL_IBT("TOEFL iBT", "en", Pattern.compile("[1-5]\\.[05]|6\\.0|[1-9]\\d?|1[01]\\d|120")),
    @JsonProperty("JLPT")
    JLPT("JLPT", "ja", Pattern.compile("N[1-5]"));

    /** The best score of the newer scale of TOEFL iBT; nobody has had so few points on the older one. */
    private static final BigDecimal NEW_TOEFL_BEST = BigDecimal.valueOf(6);

    private static final List<Threshold> IELTS_LEVELS = List.of(
            new Threshold("8.5", CefrLevel.C2),
            new Threshold("7", CefrLevel.C1),
            new Threshold("5.5", CefrLevel.B2),
            new Threshold("4", CefrLevel.B1));
    private static final List<Threshold> TOEFL_LEVELS = List.of(
            new Threshold("114", CefrLevel.C2),
            new Threshold("95", CefrLevel.C1),
            new Threshold("72", CefrLevel.B2),
            new Threshold("42", CefrLevel.B1));
    private static final List<Threshold> NEW_TOEFL_LEVELS = List.of(
            new Threshold("6", CefrLevel.C2),
            new Threshold("5", CefrLevel.C1),
            new Threshold("4", CefrLevel.B2),
            new Threshold("3", CefrLevel.B1),
            new Threshold("2", CefrLevel.A2),
            new Threshold("1", CefrLevel.A1));

    private final String word;
    private final String language;
    private final Pattern results;

    LanguageTest(String word, String language, Pattern results) {
        this.word = word;
        this.language = language;
        this.results = results;
    }

    private record Threshold(BigDecimal from, CefrLevel level) {

        Threshold(String from, CefrLevel level) {
            this(new BigDecimal(from), level);
        }
    }

    /** The test of that name, such as {@code TOEFL iBT}. */
    public static Optional<LanguageTest> of(String name) {
        for (LanguageTest test : values()) {
            if (test.word.equals(name)) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    /** Whether it certifies that language, as ISO 639. */
    public boolean isOf(String code) {
        return language == null || language.equals(code);
    }

    /** Whether it has such a result. */
    public boolean hasResult(String result) {
        return result != null && results.matcher(result).matches();
    }

    /**
     * Whether a result is as good as another one of this test: unknown if they are on different scales.
     *
     * @param result as {@link #hasResult} takes it, the asked one too
     */
    Answer isAtLeast(String result, String asked) {
        return switch (this) {
            case CEFR -> Answer.of(result.compareTo(asked) >= 0);
            case JLPT -> Answer.of(result.compareTo(asked) <= 0);
            case IELTS -> Answer.of(number(result).compareTo(number(asked)) >= 0);
            case TOEFL_IBT ->
                isOnNewScale(result) == isOnNewScale(asked)
                        ? Answer.of(number(result).compareTo(number(asked)) >= 0)
                        : Answer.UNKNOWN;
        };
    }

    /**
     * What a result stands for.
     *
     * @param result as {@link #hasResult} takes it
     * @param total of a JLPT certificate; may be null
     */
    CefrRange range(String result, BigDecimal total) {
        return switch (this) {
            case CEFR -> CefrRange.of(CefrLevel.valueOf(result));
            case IELTS -> range(number(result), IELTS_LEVELS);
            case TOEFL_IBT -> range(number(result), isOnNewScale(result) ? NEW_TOEFL_LEVELS : TOEFL_LEVELS);
            case JLPT ->
                switch (result) {
                    case "N5" -> CefrRange.of(CefrLevel.A1);
                    case "N4" -> CefrRange.of(CefrLevel.A2);
                    case "N3" -> range(CefrLevel.A2, total, 104, CefrLevel.B1);
                    case "N2" -> range(CefrLevel.B1, total, 112, CefrLevel.B2);
                    default -> range(CefrLevel.B2, total, 142, CefrLevel.C1);
                };
        };
    }

    private static CefrRange range(BigDecimal score, List<Threshold> levels) {
        return levels.stream()
                .filter(threshold -> score.compareTo(threshold.from()) >= 0)
                .findFirst()
                .map(threshold -> CefrRange.of(threshold.level()))
                .orElseGet(() -> CefrRange.below(levels.getLast().level()));
    }

    private static CefrRange range(CefrLevel passed, BigDecimal total, int good, CefrLevel better) {
        if (total == null) {
            return new CefrRange(passed, better);
        }
        return CefrRange.of(total.compareTo(BigDecimal.valueOf(good)) >= 0 ? better : passed);
    }

    private static boolean isOnNewScale(String result) {
        return number(result).compareTo(NEW_TOEFL_BEST) <= 0;
    }

    private static BigDecimal number(String result) {
        return new BigDecimal(result);
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return word;
    }
}
