package org.yol.applications.receipt;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Applications;
import org.yol.platform.access.Caller;

/** Which entries of the public log are of an application: for whoever may see it. */
@RestController
class OpeningController {

    private final Applications applications;
    private final Openings openings;

    OpeningController(Applications applications, Openings openings) {
        this.applications = applications;
        this.openings = openings;
    }

    @GetMapping("/api/applications/{id}/log")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "Which entries of the public log are of this application, and what opens them",
            description =
                    "Of all that was handed in, and of the decision as it was announced last: the digest in an entry"
                            + " is that of the canonical JSON (RFC 8785) of its opening.")
    ResponseEntity<List<Opening>> list(@PathVariable String id, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(openings.of(applications.get(id, caller)));
    }
}
