package org.yol.notifications.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A language messages are written in. */
public enum Language {
    /** With British spelling and dates. */
    @JsonProperty("en")
    ENGLISH(Locale.UK),
    @JsonProperty("ja")
    JAPANESE(Locale.JAPANESE),
    @JsonProperty("ru")
    RUSSIAN(Locale.of("ru"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For message files and dates. */
    public Locale locale() {
        return locale;
    }

    /** The language of a BCP 47 tag such as {@code ru-KZ}; English when it is missing or not among ours. */
    static Language of(String tag) {
        String wanted = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.toString().equals(wanted)) {
                return language;
            }
        }
        return ENGLISH;
    }

    /** The word used in JSON and mails: {@code en}, {@code ja} or {@code ru}. */
    @Override
    public String toString() {
        return locale.getLanguage();
    }
}
