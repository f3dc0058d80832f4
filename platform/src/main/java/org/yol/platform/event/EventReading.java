package org.yol.platform.event;

import org.yol.contracts.Event;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the data of an event of any release, older or newer: a word it does not know becomes {@code UNKNOWN}, a field
 * it does not know is passed over, a number that is not there is 0. Requests of people are read strictly, by another
 * mapper.
 */
final class EventReading {

    private final JsonMapper json = JsonMapper.builder()
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * The event, or null where the data is {@code null}.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON, or no such event
     */
    <E extends Event> E read(byte[] data, Class<E> type) {
        return json.readValue(data, type);
    }
}
