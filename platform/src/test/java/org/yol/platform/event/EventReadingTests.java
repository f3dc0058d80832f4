package org.yol.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yol.contracts.Event;
import org.yol.contracts.EventType;
import org.yol.contracts.GoldenEvents;
import org.yol.contracts.UnknownEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events of earlier and of later releases, as the listeners of this one get them. */
class EventReadingTests {

    private static final List<String> WORDS = List.of("state", "kind", "intake", "level", "answer");

    private final CloudEventConverter converter = new CloudEventConverter();
    private final JsonMapper json = JsonMapper.shared();

    static Stream<GoldenEvents.Told> ofEveryRelease() {
        return GoldenEvents.ofEveryRelease().stream();
    }

    @ParameterizedTest
    @MethodSource("ofEveryRelease")
    void whatEveryReleaseToldCanBeRead(GoldenEvents.Told told) {
        Event read = read(told.type(), told.json());

        EventType.of(told.type())
                .ifPresentOrElse(
                        type -> assertThat(read)
                                .isInstanceOf(type.payload())
                                // Not every call says until when offers are to be answered or references taken, or asks
                                // for a team, not every submission corrects one, and what was told before there was a
                                // public log commits to nothing.
                                .hasNoNullFieldsOrPropertiesExcept(
                                        "answerBy", "team", "referencesClose", "replaces", "commitment"),
                        () -> assertThat(read).isEqualTo(new UnknownEvent(told.type())));
    }

    @ParameterizedTest
    @EnumSource
    void aFutureFormWithNewWordsAndNewFieldsEverywhereCanBeRead(EventType type) {
        JsonNode future = future(json.readTree(GoldenEvents.json(type)));

        assertThat(read(type.type(), future.toString())).isInstanceOf(type.payload());
        assertThat(json.valueToTree(read(type.type(), future.toString())).toString())
                .doesNotContain("addedLater")
                .doesNotContain("never-heard-of");
    }

    @ParameterizedTest
    @EnumSource
    void aFormWithoutAnyOfTheFieldsCanBeRead(EventType type) {
        assertThat(read(type.type(), "{}")).isInstanceOf(type.payload());
    }

    /** The same event with a field more in every object, and a new word in the place of every word. */
    private static JsonNode future(JsonNode today) {
        return switch (today) {
            case ObjectNode object -> {
                ObjectNode changed = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> changed.set(field.getKey(), futureOf(field)));
                changed.putObject("addedLater").put("by", "a newer release");
                yield isMap(object) ? object : changed;
            }
            case ArrayNode array -> {
                ArrayNode changed = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> changed.add(future(element)));
                yield changed;
            }
            default -> today;
        };
    }

    private static JsonNode futureOf(Map.Entry<String, JsonNode> field) {
        if (WORDS.contains(field.getKey())) {
            return JsonNodeFactory.instance.stringNode("never-heard-of");
        }
        return field.getKey().equals("reserves") ? field.getValue() : future(field.getValue());
    }

    /**
     * By language or by country: what it may name grows, and its form does not. (Reserves are by category, likewise.)
     */
    private static boolean isMap(ObjectNode object) {
        return object.has("en")
                || !object.isEmpty()
                        && object.propertyStream()
                                .allMatch(each -> each.getKey().matches("[A-Z]{2}"));
    }

    private Event read(String type, String data) {
        var message = new ConsumerRecord<>("topic", 0, 0, "key", data.getBytes(StandardCharsets.UTF_8));
        Headers headers = message.headers();
        Arrays.asList(
                        "ce_specversion=1.0",
                        "ce_id=1",
                        "ce_source=urn:yol:test",
                        "ce_type=" + type,
                        "ce_subject=key",
                        "ce_time=2026-12-14T05:12:44Z",
                        "ce_sequence=1",
                        "content-type=application/json")
                .forEach(header ->
                        headers.add(header.split("=")[0], header.split("=")[1].getBytes(StandardCharsets.UTF_8)));
        ReceivedEvent event = (ReceivedEvent)
                converter.toMessage(message, null, null, ReceivedEvent.class).getPayload();
        return event.data();
    }
}
