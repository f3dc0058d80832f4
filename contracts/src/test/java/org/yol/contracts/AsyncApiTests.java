package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiTests {

    private final AsyncApi document = AsyncApi.read();

    @Test
    void documentIsAsyncApi3() {
        assertThat(document.at("/asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void everyTopicHasADeadLetterChannel() {
        assertThat(Topics.ALL)
                .allSatisfy(topic ->
                        assertThat(document.messages(Topics.deadLetters(topic))).hasSize(1));
    }

    @Test
    void headersAreThoseOfCloudEventsWithASequence() {
        assertThat(document.at("/components/schemas/CloudEventHeaders/required").values())
                .extracting(JsonNode::asString)
                .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence");
    }

    @ParameterizedTest
    @EnumSource
    void exampleIsTheGoldenFile(EventType type) {
        assertThat(document.message(type).at("/examples/0/payload"))
                .isEqualTo(JsonMapper.shared().readTree(GoldenEvents.json(type)));
    }

    @ParameterizedTest
    @EnumSource
    void headersNameTheType(EventType type) {
        assertThat(document.message(type)
                        .at("/headers/allOf/1/properties/ce_type/const")
                        .asString())
                .isEqualTo(type.type());
    }

    @ParameterizedTest
    @EnumSource
    void schemaHasTheFieldsOfTheRecord(EventType type) {
        assertDescribed(type.payload(), document.message(type).path("payload"));
    }

    private void assertDescribed(Type type, JsonNode reference) {
        JsonNode schema = document.followed(reference);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            assertDescribed(list.getActualTypeArguments()[0], schema.path("items"));
        } else if (type instanceof Class<?> word && word.isEnum()) {
            assertThat(schema.path("enum").values())
                    .extracting(JsonNode::asString)
                    .containsExactlyElementsOf(Arrays.stream(word.getEnumConstants())
                            .map(Object::toString)
                            .filter(it -> !it.equals("unknown")) // never told
                            .toList());
        } else if (type instanceof Class<?> structure && structure.isRecord()) {
            RecordComponent[] fields = structure.getRecordComponents();
            assertThat(schema.path("properties").propertyNames())
                    .containsExactlyElementsOf(
                            Arrays.stream(fields).map(RecordComponent::getName).toList());
            for (RecordComponent field : fields) {
                assertDescribed(
                        field.getGenericType(), schema.path("properties").path(field.getName()));
            }
        }
    }
}
