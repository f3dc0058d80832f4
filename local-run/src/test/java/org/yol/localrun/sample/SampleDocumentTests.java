package org.yol.localrun.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SampleDocumentTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void anExtensionMovesByAsManyDaysAsTheDeadlineAndKeepsItsClock() {
        ObjectNode nipca = around("nipca-tsukuba");

        assertThat(nipca.at("/calls/0/closes").asString()).isEqualTo("2026-11-23T00:00:00+09:00");
        assertThat(nipca.at("/calls/0/extensions/0/closes").asString()).isEqualTo("2026-12-24T23:59:00+09:00");
        assertThat(nipca.at("/calls/0/extensions/0/countries/0").asString()).isEqualTo("KZ");
    }

    @Test
    void lettersExamsAndSessionsMoveToo() {
        assertThat(around("mext-research-students")
                        .at("/calls/0/letters/requestBy")
                        .asString())
                .isEqualTo("2027-03-07T23:59:00+09:00");
        assertThat(around("mext-undergraduate-turkmenistan")
                        .at("/calls/0/exams/date")
                        .asString())
                .isEqualTo("2027-02-01");
        assertThat(around("decarbonisation-training")
                        .at("/programme/sessions/0/starts")
                        .asString())
                .isEqualTo("2027-02-24");
    }

    @Test
    void birthDatesStayAsTheyAre() {
        assertThat(around("jds-kyrgyz-republic")
                        .at("/calls/0/eligibility/1/bornBetween")
                        .toString())
                .isEqualTo("[\"1983-04-02\",\"2002-04-01\"]");
    }

    @Test
    void aHostThatIsThereUnderAnotherIdIsNamedByThat() {
        ObjectNode placed = SampleDocument.of(programme("semester-exchange"))
                .at(Map.of("jp-university-of-tsukuba", "jp-university-of-tsukuba-2"))
                .content();

        assertThat(placed.at("/calls/0/places/0/hostId").asString()).isEqualTo("jp-university-of-tsukuba-2");
        assertThat(placed.at("/calls/0/places/1/hostId").asString()).isEqualTo("jp-hiroshima-university");
    }

    private static ObjectNode around(String name) {
        SampleFile.Programme programme = programme(name);
        return SampleDocument.of(programme).around(NOW, programme).content();
    }

    private static SampleFile.Programme programme(String name) {
        return SampleFile.programmes().programmes().stream()
                .filter(programme -> programme.document().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
