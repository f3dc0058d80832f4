package org.yol.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * One example of every event, as JSON and as the record it is read into. Producers test that they write this form,
 * consumers that they understand it, so that the two can be changed apart.
 */
public final class GoldenEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenEvents() {}

    /**
     * The golden file of a type.
     *
     * @throws IllegalArgumentException when the type has none
     */
    public static String json(EventType type) {
        String name = "/golden/" + type.type() + ".json";
        try (InputStream file = GoldenEvents.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No golden file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The golden file of a type as the event it stands for. */
    public static Event event(EventType type) {
        return JSON.readValue(json(type), type.payload());
    }
}
