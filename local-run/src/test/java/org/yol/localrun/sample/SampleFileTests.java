package org.yol.localrun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleFileTests {

    private final SampleFile.Programmes programmes = SampleFile.programmes();
    private final SampleFile.Applications applications = SampleFile.applications();

    @Test
    void holdsTheTwelveProgrammes() {
        assertThat(programmes.programmes()).hasSize(12);
    }

    @Test
    void namesOnlyProvidersAndHostsThatItKnows() {
        assertThat(programmes.programmes()).allSatisfy(programme -> {
            assertThat(programmes.providers()).containsKey(programme.provider());
            assertThat(programme.call().places())
                    .hasSizeGreaterThanOrEqualTo(programme.call().rankAtMost())
                    .allSatisfy(place -> assertThat(programmes.hosts()).containsKey(place.host()));
        });
    }

    @Test
    void describesEveryProgrammeInEveryLanguageOfTheScreens() {
        assertThat(programmes.programmes())
                .allSatisfy(programme -> assertThat(programme.description()).containsKeys("en", "ja", "ru"))
                .allSatisfy(programme -> assertThat(programme.title()).containsKey("en"));
    }

    @Test
    void appliesOnlyWhereItsStudentsMayApply() {
        Map<String, SampleFile.Programme> byId = programmes.programmes().stream()
                .collect(Collectors.toMap(SampleFile.Programme::id, Function.identity()));
        assertThat(applications.applications()).allSatisfy(application -> {
            SampleFile.Programme programme = byId.get(application.programme());
            assertThat(programme.origins())
                    .contains(applications.students().get(application.student()).get("citizenship"));
            assertThat(programme.call().places())
                    .extracting(SampleFile.Place::host)
                    .containsAll(application.choices());
        });
    }
}
