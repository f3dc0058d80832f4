package org.yol.localrun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SampleFileTests {

    private final SampleFile.Programmes programmes = SampleFile.programmes();
    private final SampleFile.Applications applications = SampleFile.applications();
    private final Map<String, ObjectNode> documents = programmes.programmes().stream()
            .map(SampleFile.Programme::document)
            .collect(Collectors.toMap(name -> name, SampleFile::document));

    @Test
    void holdsTheTwelveProgrammes() {
        assertThat(documents).hasSize(12);
    }

    @Test
    void namesOnlyProvidersAndHostsThatItKnows() {
        assertThat(documents.values()).allSatisfy(document -> {
            assertThat(programmes.providers())
                    .containsKey(document.at("/programme/providerId").asString());
            assertThat(places(document))
                    .hasSizeGreaterThanOrEqualTo(
                            document.at("/calls/0/rankAtMost").asInt())
                    .allSatisfy(host -> assertThat(host).isIn(hostsAndAny()));
        });
    }

    @Test
    void scoresEveryCallByTheCriteriaThatTheReviewsGiveScoresFor() {
        assertThat(documents.values())
                .allSatisfy(document -> assertThat(document.at("/calls/0/rubric")
                                .valueStream()
                                .map(line -> line.get("criterion").asString()))
                        .containsExactlyElementsOf(SampleProgrammes.CRITERIA));
    }

    @Test
    void describesEveryProgrammeInEveryLanguageThatItIsWrittenIn() {
        assertThat(documents.values())
                .allSatisfy(document -> assertThat(
                                document.at("/programme/description").propertyNames())
                        .contains("en", "ja", "ru"))
                .allSatisfy(
                        document -> assertThat(document.at("/programme/title").propertyNames())
                                .contains("en"));
    }

    @Test
    void appliesOnlyWhereItsStudentsMayApply() {
        assertThat(applications.applications()).allSatisfy(application -> {
            ObjectNode document = documents.get(application.programme());
            assertThat(document.at("/programme/origins").valueStream().map(JsonNode::asString))
                    .containsAll(citizenships(application.student()));
            assertThat(places(document).stream().map(this::nameOf)).containsAll(application.choices());
        });
    }

    private List<String> citizenships(String student) {
        return ((List<?>) applications.students().get(student).get("citizenships"))
                .stream().map(String::valueOf).toList();
    }

    private static List<String> places(ObjectNode document) {
        return document.at("/calls/0/places")
                .valueStream()
                .map(place -> place.get("hostId").asString())
                .toList();
    }

    private List<String> hostsAndAny() {
        return Stream.concat(programmes.hosts().keySet().stream(), Stream.of("any"))
                .toList();
    }

    private String nameOf(String hostId) {
        return String.valueOf(programmes.hosts().getOrDefault(hostId, Map.of()).get("name"));
    }
}
