package org.yol.applications.dossier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.filling.FilledIn;
import org.yol.applications.filling.Forms;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.FieldError;
import org.yol.platform.web.ProblemTexts;
import org.yol.platform.web.Representation;
import tools.jackson.databind.JsonNode;

/** A student's own dossier. */
@RestController
@RequestMapping("/api/profile")
class DossierController {

    private final Dossiers dossiers;
    private final Forms forms;
    private final ProblemTexts texts;
    private final Clock clock;

    DossierController(Dossiers dossiers, Forms forms, ProblemTexts texts, Clock clock) {
        this.dossiers = dossiers;
        this.forms = forms;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "The caller's dossier; the first time it holds what is known of them")
    ResponseEntity<DossierView> get(Caller caller) {
        Dossier dossier = dossiers.of(caller);
        return Representation.of(dossier, DossierView.of(dossier, caller.country(), List.of()));
    }

    @PutMapping
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Saves the dossier; anything may still be missing",
            description = "What cannot be taken is named in `refused` and stays as it was; all else is saved.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = Particulars.class))))
    ResponseEntity<DossierView> save(
            @RequestBody JsonNode sent, ExpectedVersion expected, Caller caller, Locale locale) {
        List<FieldError> refused = new ArrayList<>();
        Dossier saved = dossiers.change(caller, expected, dossier -> {
            Instant now = clock.instant();
            FilledIn<Particulars> filledIn = forms.read(
                    sent,
                    dossier.particulars(),
                    Particulars.class,
                    particulars -> ParticularsRules.errors(particulars, today(now)));
            refused.clear();
            refused.addAll(filledIn.refused());
            return dossier.write(filledIn.taken(), caller.country(), now);
        });
        return Representation.of(saved, DossierView.of(saved, caller.country(), texts.errors(refused, locale)));
    }

    /** Where it is latest: nobody is told that today has not come yet. */
    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.MAX);
    }
}
