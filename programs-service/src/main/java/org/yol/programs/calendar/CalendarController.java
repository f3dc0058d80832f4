package org.yol.programs.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.Deadline;
import org.yol.platform.access.Caller;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.programs.call.Call;
import org.yol.programs.call.Calls;
import org.yol.programs.call.Particulars;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.Programmes;
import org.yol.programs.validation.CountryCode;
import org.yol.programs.web.BriefCaching;

@RestController
@Tag(name = "Calls")
@Validated
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calls calls;
    private final Programmes programmes;
    private final MessageSource texts;
    private final URI platform;

    CalendarController(Calls calls, Programmes programmes, MessageSource texts, CalendarProperties properties) {
        this.calls = calls;
        this.programmes = programmes;
        this.texts = texts;
        this.platform = properties.publicUri();
    }

    @GetMapping("/api/calls/{id}/calendar")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The dates of a published call as a calendar (RFC 5545), to be added or subscribed to",
            description =
                    "Calendars do not sign in: the country says whose deadline it is, the language in which words.")
    ResponseEntity<String> calendar(
            @PathVariable String id,
            @RequestParam(required = false) @CountryCode String country,
            @RequestParam(required = false) String language,
            Locale accepted,
            Caller caller) {
        Call call = calls.visible(id, caller);
        if (!call.isPublished()) {
            throw new Refused(Problem.NOT_FOUND);
        }
        Programme programme = programmes.get(call.programmeId());
        Locale locale = language == null || language.isBlank() ? accepted : Locale.forLanguageTag(language);
        Deadline deadline = call.deadlines().of(country);
        Object[] values = {title(programme.offer().title(), locale), deadline.shown()};
        UnaryOperator<String> words = key -> texts.getMessage(key, values, locale);
        DeadlineCalendar calendar = new DeadlineCalendar(
                        "call-" + call.id() + "@" + platform.getHost(),
                        call.version(),
                        platform.resolve("/calls/" + call.id()))
                .closing(deadline, words.apply("calendar.summary"), words.apply("calendar.description"));
        Particulars particulars = call.terms().particulars();
        if (particulars.resultsOn() != null) {
            calendar.results(particulars.resultsOn(), words.apply("calendar.results"));
        }
        if (particulars.answerBy() != null) {
            calendar.answers(particulars.answerBy(), words.apply("calendar.answer"));
        }
        return BriefCaching.ok(caller)
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("deadline.ics")
                                .build()
                                .toString())
                .body(calendar.text());
    }

    private static String title(Map<String, String> titles, Locale locale) {
        return titles.getOrDefault(locale.getLanguage(), titles.get("en"));
    }
}
