package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GoldenEventsTests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JsonMapper strict = JsonMapper.builder()
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

    @ParameterizedTest
    @EnumSource
    void recordIsWrittenBackAsItsGoldenFile(EventType type) {
        JsonNode written = json.valueToTree(GoldenEvents.event(type));

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
                                .hasNoNullFieldsOrProperties(),
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
