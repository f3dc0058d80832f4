package org.yol.applications.pdf;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.Language;
import org.yol.contracts.StudyLevel;
import org.yol.platform.time.WrittenTime;

/**
 * The words of what is printed, in its reader's language.
 *
 * @param group what the keys of its own texts begin with
 */
public record PaperWords(MessageSource texts, String group, Locale locale) {

    /** A text of its own. */
    public String of(String key, Object... arguments) {
        return texts.getMessage(group + "." + key, arguments, locale);
    }

    /** As the receipt says it. */
    public String receipt(String key, Object... arguments) {
        return texts.getMessage("receipt." + key, arguments, locale);
    }

    /** What is written in several languages. */
    public String in(Map<String, String> versions) {
        String own = versions.get(Language.of(locale.toLanguageTag()).toString());
        return own == null || own.isBlank() ? versions.get("en") : own;
    }

    /**
     * A moment on the clock of a call.
     *
     * @param call null while this service has not heard of it
     */
    public String time(Instant at, Call call) {
        return WrittenTime.of(at.atZone(call == null ? ZoneOffset.UTC : call.zoneId()), locale);
    }

    /** Each of the places that are ranked, the most wanted first, in a row of its own. */
    public void choices(PdfPages pages, List<String> choices, Call call) {
        int rank = 0;
        for (String choice : choices) {
            rank++;
            Optional<Place> place = Optional.ofNullable(call).flatMap(known -> known.place(choice));
            pages.row(receipt("choice", rank), place.map(this::place).orElse(choice));
        }
    }

    private String place(Place place) {
        return in(place.hostNames()) + " · " + level(place.level());
    }

    /** A level of study; null where there is none. */
    public String level(StudyLevel level) {
        return level == null ? null : texts.getMessage("level." + level, null, level.toString(), locale);
    }

    /**
     * What a kind of document is called.
     *
     * @param call null while this service has not heard of it
     */
    public String document(String kind, Call call) {
        String usual = texts.getMessage("document-kind." + kind, null, kind, locale);
        return call == null
                ? usual
                : call.names().stream()
                        .filter(each -> each.keyword().equals(kind))
                        .map(each -> in(each.text()))
                        .findFirst()
                        .orElse(usual);
    }

    /** A country by its code; null where there is none. */
    public String country(String code) {
        return code == null || code.isEmpty()
                ? null
                : ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(locale));
    }

    /** A language by its code; null where there is none. */
    public String language(String code) {
        return code == null ? null : ULocale.getDisplayLanguage(code, ULocale.forLocale(locale));
    }
}
