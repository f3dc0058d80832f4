package org.yol.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One example of every event, as JSON and as the record it is read into. Producers test that they write this form,
 * consumers that they understand it, so that the two can be changed apart. The files of earlier releases stay: what was
 * once told can be read for ever.
 */
public final class GoldenEvents {

    /** The release whose files say what is told today. */
    public static final String TODAY = "0.2";

    /** Every release that told events, and the types it told. */
    private static final List<String> EVER_TOLD = List.of(
            "0.1/org.yol.application.decided.v1",
            "0.1/org.yol.application.decision-published.v1",
            "0.1/org.yol.application.offer-answered.v1",
            "0.1/org.yol.application.reviewed.v1",
            "0.1/org.yol.application.started.v1",
            "0.1/org.yol.application.submitted.v1",
            "0.1/org.yol.application.withdrawn.v1",
            "0.1/org.yol.call.published.v1",
            "0.1/org.yol.message.created.v1",
            "0.2/org.yol.application.awarded.v1",
            "0.2/org.yol.application.call-changed.v1",
            "0.2/org.yol.application.completed.v1",
            "0.2/org.yol.application.correction-expired.v1",
            "0.2/org.yol.application.deadline-near.v1",
            "0.2/org.yol.application.decision-published.v1",
            "0.2/org.yol.application.nominated.v1",
            "0.2/org.yol.application.nomination-declined.v1",
            "0.2/org.yol.application.offer-answered.v1",
            "0.2/org.yol.application.offer-ends-soon.v1",
            "0.2/org.yol.application.offer-expired.v1",
            "0.2/org.yol.application.passed-over.v1",
            "0.2/org.yol.application.place-given-up.v1",
            "0.2/org.yol.application.returned.v1",
            "0.2/org.yol.application.review-begun.v1",
            "0.2/org.yol.application.started.v1",
            "0.2/org.yol.application.submitted.v1",
            "0.2/org.yol.application.told-again.v1",
            "0.2/org.yol.application.withdrawn.v1",
            "0.2/org.yol.call.published.v1",
            "0.2/org.yol.certificate.issued.v1",
            "0.2/org.yol.certificate.revoked.v1",
            "0.2/org.yol.log.checkpoint-signed.v1",
            "0.2/org.yol.lottery.committed.v1",
            "0.2/org.yol.lottery.entered.v1",
            "0.2/org.yol.lottery.opened.v1",
            "0.2/org.yol.selection.fixed.v1",
            "0.2/org.yol.selection.published.v1",
            "0.2/org.yol.message.created.v1",
            "0.2/org.yol.nominations.wanted.v1",
            "0.2/org.yol.person.erased.v1",
            "0.2/org.yol.reference.answered.v1",
            "0.2/org.yol.reference.mail-wanted.v1",
            "0.2/org.yol.reference.undeliverable.v1",
            "0.2/org.yol.reviews.wanted.v1");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenEvents() {}

    /** An event as a release told it. */
    public record Told(String release, String type, String json) {

        @Override
        public String toString() {
            return release + "/" + type;
        }
    }

    /** One of every type of every release. */
    public static List<Told> ofEveryRelease() {
        return EVER_TOLD.stream()
                .map(name -> name.split("/"))
                .map(name -> new Told(name[0], name[1], file(name[0], name[1])))
                .toList();
    }

    /**
     * The golden file of a type.
     *
     * @throws IllegalArgumentException when the type has none
     */
    public static String json(EventType type) {
        return file(TODAY, type.type());
    }

    /** The golden file of a type as the event it stands for. */
    public static Event event(EventType type) {
        return JSON.readValue(json(type), type.payload());
    }

    private static String file(String release, String type) {
        String name = "/golden/" + release + "/" + type + ".json";
        try (InputStream file = GoldenEvents.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No golden file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
