package org.yol.notifications.recipient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.Representation;

/** The caller's own preferences; nobody sees another's. */
@RestController
@RequestMapping("/api/preferences")
@Tag(name = "Preferences")
class PreferencesController {

    private final Recipients recipients;

    PreferencesController(Recipients recipients) {
        this.recipients = recipients;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "How I want to be told: language, and whether by e-mail too")
    ResponseEntity<Preferences> show(Caller caller) {
        Recipient recipient = recipients.find(caller.id()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return Representation.of(recipient, Preferences.of(recipient));
    }

    @PutMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "Change how I want to be told")
    ResponseEntity<Preferences> change(
            Caller caller, ExpectedVersion expected, @Valid @RequestBody Preferences preferences) {
        Recipient recipient = recipients.prefer(caller.id(), expected, preferences);
        return Representation.of(recipient, Preferences.of(recipient));
    }
}
