package org.yol.eligibility;

import java.util.List;

/**
 * What is wrong with a stated rule.
 *
 * @param pointer JSON pointer to the field, such as {@code /eligibility/2/outOf}
 * @param key of the words for people, such as {@code rule.required}; always one of {@link #KEYS}
 * @param arguments for the words' places {@code {0}}, {@code {1}} …
 */
public record RuleFault(String pointer, String key, List<Object> arguments) {

    /** All there can be, for whoever has to have words for them. */
    public static final List<String> KEYS = List.of(
            "rule.nothing-stated",
            "rule.two-in-one",
            "rule.not-of-this-rule",
            "rule.required",
            "rule.country",
            "rule.too-many",
            "rule.two-dates",
            "rule.dates-crossed",
            "rule.date",
            "rule.ages-crossed",
            "rule.degree",
            "rule.grade",
            "rule.scale-twice",
            "rule.language",
            "rule.test",
            "rule.test-of-another-language",
            "rule.level",
            "rule.number",
            "rule.employer",
            "rule.place",
            "rule.programme");

    public RuleFault {
        arguments = List.copyOf(arguments);
    }
}
