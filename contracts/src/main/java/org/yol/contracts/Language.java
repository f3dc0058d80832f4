package org.yol.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages Yol speaks: of its pages, messages and mails, and of what coordinators write. */
public enum Language {
    /** With British spelling and dates. */
    @JsonProperty("en")
    ENGLISH("en", "English"),
    @JsonProperty("ja")
    JAPANESE("ja", "日本語"),
    @JsonProperty("ru")
    RUSSIAN("ru", "Русский"),
    @JsonProperty("kk")
    KAZAKH("kk", "Қазақша"),
    @JsonProperty("ky")
    KYRGYZ("ky", "Кыргызча"),
    @JsonProperty("tg")
    TAJIK("tg", "Тоҷикӣ"),
    @JsonProperty("tk")
    TURKMEN("tk", "Türkmençe"),
    /** In Latin letters. */
    @JsonProperty("uz")
    UZBEK("uz", "Oʻzbekcha");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.of(tag);
    }

    /** The name speakers of the language give it, as it stands in a list to choose from. */
    public String ownName() {
        return ownName;
    }

    /** The language alone: what message files and {@code Accept-Language} are matched by. */
    public Locale locale() {
        return locale;
    }

    /** With the country whose dates and numbers are written: English is read far from America. */
    public Locale formats() {
        return this == ENGLISH ? Locale.UK : locale;
    }

    /** What this language is called in another one, such as {@code японский} in Russian. */
    public String nameIn(Language other) {
        return Names.in(other).text("language." + tag);
    }

    /** The language of a BCP 47 tag such as {@code ru-KZ}; empty when it is missing or not among ours. */
    public static Optional<Language> find(String bcp47) {
        String wanted =
                bcp47 == null ? "" : Locale.forLanguageTag(bcp47.strip()).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(wanted))
                .findFirst();
    }

    /** As {@link #find}, and English where there is none: every text is there in it. */
    public static Language of(String bcp47) {
        return find(bcp47).orElse(ENGLISH);
    }

    /** The locales of all, English first. */
    public static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }

    /** The tag, which is also the word in JSON: {@code en}, {@code ja}, {@code ru} and so on. */
    @Override
    public String toString() {
        return tag;
    }
}
