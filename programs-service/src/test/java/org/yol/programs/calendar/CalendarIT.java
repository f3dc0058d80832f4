package org.yol.programs.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.CallJson;
import org.yol.programs.ProgrammeJson;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

/** The calendar of a deadline, as another library reads it. */
@ProgramsTest
class CalendarIT {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX");

    @LocalServerPort
    int port;

    @Test
    void theEventMovesWithTheDeadlineForThoseForWhomItMoves() throws Exception {
        ProgramsApi api = new ProgramsApi(port);
        ProgrammeJson programme = ProgrammeJson.complete().with("/origins", "[\"KZ\", \"KG\"]");
        String programmeId = api.programme(SATO, programme).at("/id");
        Answer call = api.published(SATO, api.call(SATO, programmeId, CallJson.complete()));
        String path = "/api/calls/" + call.at("/id");
        VEvent before = event(api.asAnybody().get(path + "/calendar?country=KZ"));
        String later = LocalDate.now().plusMonths(2) + "T23:59";
        api.as(SATO)
                .post(
                        path + "/extensions",
                        call.eTag(),
                        "{\"countries\": [\"KZ\"], \"closes\": \"%s\", \"reason\": \"Snow\"}".formatted(later));

        VEvent kazakh = event(api.asAnybody().get(path + "/calendar?country=KZ&language=ja"));
        VEvent kyrgyz = event(api.asAnybody().get(path + "/calendar?country=KG"));

        assertThat(start(before)).isEqualTo(instant(call.at("/closes")));
        assertThat(start(kyrgyz)).isEqualTo(start(before));
        assertThat(start(kazakh)).isEqualTo(instant(later + ":00+06:00"));
        assertThat(value(kazakh, "UID")).isEqualTo(value(before, "UID"));
        assertThat(Integer.parseInt(value(kazakh, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
        assertThat(value(kazakh, "SUMMARY")).startsWith("締切：");
        assertThat(value(kazakh, "URL")).endsWith("/calls/" + call.at("/id"));
        assertThat(kazakh.getAlarms()).hasSize(3);
    }

    @Test
    void whatFollowsIsThereWhereTheCallSaysWhen() throws Exception {
        ProgramsApi api = new ProgramsApi(port);
        LocalDate results = LocalDate.now().plusMonths(3);
        Answer programme = api.published(
                SATO,
                ProgrammeJson.complete(),
                CallJson.complete()
                        .with("/resultsOn", "\"" + results + "\"")
                        .with("/answerBy", "\"" + results.plusDays(20) + "T17:00\""));

        List<VEvent> events =
                events(api.asAnybody().get("/api/calls/" + programme.at("/calls/0/id") + "/calendar?language=ru"));

        assertThat(events).hasSize(3);
        assertThat(value(events.get(1), "SUMMARY")).startsWith("Ожидаются решения: ");
        assertThat(value(events.get(1), "DTSTART")).isEqualTo(results.format(DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(start(events.get(2))).isEqualTo(instant(results.plusDays(20) + "T17:00:00+06:00"));
        assertThat(events.stream().map(event -> value(event, "UID"))).doesNotHaveDuplicates();
    }

    private static VEvent event(Answer answer) throws Exception {
        return events(answer).getFirst();
    }

    private static List<VEvent> events(Answer answer) throws Exception {
        assertThat(answer.headers().getContentType()).hasToString("text/calendar;charset=UTF-8");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.text()));
        calendar.validate();
        return calendar.getComponents("VEVENT");
    }

    private static Instant start(VEvent event) {
        return INSTANT.parse(value(event, "DTSTART"), Instant::from);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }
}
