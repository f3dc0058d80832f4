package org.yol.notifications.message;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What a template's words are filled with when somebody reads them.
 *
 * @param title the programme's, by language tag; {@code en} is always there
 * @param place the offered place as people call it; null where none is offered
 * @param receiptId null where nothing was received
 * @param when the instant the words speak of: received, withdrawn, answered, or until when an answer is awaited
 */
public record Particulars(Map<String, String> title, String place, String receiptId, Instant when) {

    public Particulars {
        title = Map.copyOf(title);
        Objects.requireNonNull(title.get("en"), "no English title");
    }

    /** The title in that language, in English where it is missing. */
    String title(String language) {
        String translated = title.get(language);
        return translated == null || translated.isBlank() ? title.get("en") : translated;
    }
}
