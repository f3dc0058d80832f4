package org.yol.eligibility;

import java.util.Map;

/**
 * Something to be said to a person in any language: {@link EligibilityWords} finds the words.
 *
 * @param key in the message files
 * @param values by name: dates, numbers, words to choose by, {@link CountryCode}, {@link LanguageCode},
 *     {@link ProgrammeId}, {@link GradeOnScale}, and lists of these
 */
record Statement(String key, Map<String, Object> values) {

    Statement {
        values = Map.copyOf(values);
    }

    static Statement of(String key) {
        return new Statement(key, Map.of());
    }

    static Statement of(String key, String name, Object value) {
        return new Statement(key, Map.of(name, value));
    }

    /** A country, to be called by its name. */
    record CountryCode(String code) {}

    /** A programme, to be called by its title where that is known. */
    record ProgrammeId(String id) {}

    /** A language, to be called by its name. */
    record LanguageCode(String code) {}
}
