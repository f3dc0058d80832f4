package org.yol.applications.bundle;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.yol.applications.call.Call;
import org.yol.contracts.CallPublished.Place;
import org.yol.contracts.Language;
import org.yol.contracts.StudyLevel;
import org.yol.platform.time.WrittenTime;

/** The words of a bundle, in its reader's language. */
record BundleWords(MessageSource texts, Locale locale) {

    String of(String key) {
        return texts.getMessage("bundle." + key, null, locale);
    }

    /** As the receipt says it. */
    String receipt(String key, Object... arguments) {
        return texts.getMessage("receipt." + key, arguments, locale);
    }

    String in(Map<String, String> versions) {
        String own = versions.get(Language.of(locale.toLanguageTag()).toString());
        return own == null || own.isBlank() ? versions.get("en") : own;
    }

    String time(Instant at, Call call) {
        return WrittenTime.of(at.atZone(call == null ? ZoneOffset.UTC : call.zoneId()), locale);
    }

    String place(Place place) {
        return in(place.hostNames()) + " · " + level(place.level());
    }

    String level(StudyLevel level) {
        return level == null ? null : texts.getMessage("level." + level, null, level.toString(), locale);
    }

    /** @param call null while this service has not heard of it */
    String document(String kind, Call call) {
        String usual = texts.getMessage("document-kind." + kind, null, kind, locale);
        return call == null
                ? usual
                : call.names().stream()
                        .filter(each -> each.keyword().equals(kind))
                        .map(each -> in(each.text()))
                        .findFirst()
                        .orElse(usual);
    }

    String country(String code) {
        return code == null || code.isEmpty()
                ? null
                : ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(locale));
    }

    String language(String code) {
        return code == null ? null : ULocale.getDisplayLanguage(code, ULocale.forLocale(locale));
    }
}
