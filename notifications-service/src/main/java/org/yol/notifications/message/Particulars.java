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
 * @param callId of the call that is spoken of; null in messages of releases that did not keep it
 * @param when the instant the words speak of: received, withdrawn, answered, or until when an answer is awaited
 * @param changed of the call, where the message is of that; null elsewhere
 * @param answers to offers, where the message is of these; null elsewhere
 */
public record Particulars(
        Map<String, String> title,
        String place,
        String receiptId,
        String callId,
        Instant when,
        Changed changed,
        OfferAnswers answers) {

    public Particulars {
        title = Map.copyOf(title);
        Objects.requireNonNull(title.get("en"), "no English title");
    }

    /** Without a call yet. */
    Particulars(Map<String, String> title, String place, String receiptId, Instant when) {
        this(title, place, receiptId, null, when, null, null);
    }

    /** Without answers to offers. */
    Particulars(
            Map<String, String> title, String place, String receiptId, String callId, Instant when, Changed changed) {
        this(title, place, receiptId, callId, when, changed, null);
    }

    /** The same of a call. */
    Particulars ofCall(String id) {
        return new Particulars(title, place, receiptId, id, when, changed, answers);
    }

    /** The same of answers to offers. */
    Particulars of(OfferAnswers given) {
        return new Particulars(title, place, receiptId, callId, when, changed, given);
    }

    /** The title in that language, in English where it is missing. */
    String title(String language) {
        return in(language, title);
    }

    /** One of some texts, likewise. */
    public static String in(String language, Map<String, String> texts) {
        String translated = texts.get(language);
        return translated == null || translated.isBlank() ? texts.get("en") : translated;
    }
}
