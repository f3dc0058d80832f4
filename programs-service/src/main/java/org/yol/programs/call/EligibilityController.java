package org.yol.programs.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.eligibility.Applicant;
import org.yol.eligibility.EligibilityWords;
import org.yol.eligibility.Evaluation;
import org.yol.eligibility.RuleReading;
import org.yol.platform.access.Caller;
import org.yol.programs.programme.Programmes;
import org.yol.programs.programme.PublicationStatus;

/** Answers whether somebody may apply. What they tell of themselves is used for the answer, and then forgotten. */
@RestController
@Tag(name = "Calls")
class EligibilityController {

    private final Calls calls;
    private final Programmes programmes;

    EligibilityController(Calls calls, Programmes programmes) {
        this.calls = calls;
        this.programmes = programmes;
    }

    @PostMapping("/api/calls/{id}/eligibility")
    @PreAuthorize("permitAll()")
    @Operation(
            summary =
                    "Whether somebody of whom a few things are told may apply, rule by rule, and what seats are kept for"
                            + " them; nothing is kept of it")
    EligibilityView check(
            @PathVariable String id, @Valid @RequestBody EligibilityRequest answers, Caller caller, Locale locale) {
        Terms terms = calls.visible(id, caller).terms();
        Applicant applicant = answers.applicant(caller);
        return EligibilityView.of(
                terms,
                rules -> Evaluation.of(RuleReading.rules(rules), applicant, closing(terms)),
                EligibilityWords.in(locale).naming(programme -> title(programme, locale)));
    }

    /** Of programmes that everybody may read. */
    private String title(String programmeId, Locale reader) {
        return programmes
                .find(programmeId)
                .filter(programme -> programme.status() == PublicationStatus.PUBLISHED)
                .map(programme -> programme.offer().title())
                .map(title -> title.getOrDefault(reader.getLanguage(), title.get("en")))
                .orElse(programmeId);
    }

    /** As published: an extension gives people more time, and makes nobody older. */
    private static ZonedDateTime closing(Terms terms) {
        return terms.closes() == null || terms.zone() == null
                ? null
                : terms.closes().atZone(ZoneId.of(terms.zone()));
    }
}
