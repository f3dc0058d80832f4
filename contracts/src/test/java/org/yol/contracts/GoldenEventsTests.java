package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

class GoldenEventsTests {

    private final JsonMapper json = JsonMapper.builder().build();
    /** A rule has some of its fields only: it is read as it is told. */
    private final JsonMapper strict = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(EligibilityRule.class, new ValueDeserializer<>() {
                @Override
                public EligibilityRule deserialize(JsonParser parser, DeserializationContext context) {
                    return json.treeToValue(context.readTree(parser), EligibilityRule.class);
                }
            }))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    @ParameterizedTest
    @EnumSource
    void goldenFileNamesEveryFieldOfItsRecordAndNoOther(EventType type) {
        Event event = strict.readValue(GoldenEvents.json(type), type.payload());

        assertThat(event).isEqualTo(GoldenEvents.event(type)).isInstanceOf(type.payload());
    }

    @Test
    void rulesOfTheGoldenFileTogetherNameEveryFieldOfARule() {
        JsonNode rules =
                json.readTree(GoldenEvents.json(EventType.CALL_PUBLISHED)).path("eligibility");

        assertThat(rules.valueStream().flatMap(rule -> rule.propertyNames().stream()))
                .hasSameElementsAs(Arrays.stream(EligibilityRule.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void recordIsWrittenBackAsItsGoldenFile(EventType type) {
        JsonNode written = json.readTree(json.writeValueAsString(GoldenEvents.event(type)));

        assertThat(written).isEqualTo(json.readTree(GoldenEvents.json(type)));
    }

    @Test
    void everyFileOfEveryReleaseIsRead() throws IOException {
        Path folder = Path.of("src/test/resources/golden");
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(GoldenEvents.ofEveryRelease().stream()
                            .map(told -> told + ".json")
                            .toList());
        }
    }

    static List<GoldenEvents.Told> ofEveryRelease() {
        return GoldenEvents.ofEveryRelease();
    }

    @ParameterizedTest
    @MethodSource("ofEveryRelease")
    void whatAReleaseToldIsReadOrOfATypeThatIsGone(GoldenEvents.Told told) {
        EventType.of(told.type())
                .ifPresentOrElse(
                        type -> assertThat(json.readValue(told.json(), type.payload()))
                                // Not every call says until when offers are answered or references taken, or asks
                                // for a team; few submissions correct one; at first there was no public log.
                                .hasNoNullFieldsOrPropertiesExcept(
                                        "answerBy", "team", "referencesClose", "replaces", "commitment"),
                        () -> assertThat(told.release()).isNotEqualTo(GoldenEvents.TODAY));
    }

    @ParameterizedTest
    @EnumSource
    void fieldOfANewerReleaseIsPassedOver(EventType type) {
        ObjectNode newer = (ObjectNode) json.readTree(GoldenEvents.json(type));
        newer.putObject("addedLater").put("by", "a newer release");

        assertThat(json.treeToValue(newer, type.payload())).isEqualTo(GoldenEvents.event(type));
    }
}
