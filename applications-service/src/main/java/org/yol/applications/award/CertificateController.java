package org.yol.applications.award;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Visibility;
import org.yol.contracts.RevocationReason;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/** Certificates for those whose they are, and their end. */
@RestController
class CertificateController {

    private static final List<Role> READERS = List.of(Role.STUDENT, Role.COORDINATOR, Role.AUDITOR);

    private final Applications applications;
    private final Certificates certificates;
    private final CertificatePage page;
    private final Clock clock;

    CertificateController(Applications applications, Certificates certificates, CertificatePage page, Clock clock) {
        this.applications = applications;
        this.certificates = certificates;
        this.page = page;
        this.clock = clock;
    }

    record RevocationRequest(
            @NotNull Ground reason,
            @NotBlank @Size(max = 2_000) String words) {}

    /** What may be chosen. */
    enum Ground {
        @JsonProperty("mistake")
        MISTAKE(RevocationReason.MISTAKE),
        @JsonProperty("ended")
        ENDED(RevocationReason.ENDED),
        @JsonProperty("other")
        OTHER(RevocationReason.OTHER);

        private final RevocationReason reason;

        Ground(RevocationReason reason) {
            this.reason = reason;
        }
    }

    @GetMapping("/api/applications/{id}/certificates")
    @PreAuthorize("hasAnyRole('STUDENT', 'COORDINATOR', 'AUDITOR')")
    @Operation(summary = "The certificates of an application: of the award, and of its completion")
    ResponseEntity<List<CertificateView>> list(@PathVariable String id, Caller caller) {
        Application application = readable(id, caller);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(certificates.of(application.id()).stream()
                        .map(CertificateView::of)
                        .toList());
    }

    @GetMapping(path = "/api/awards/{number}/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyRole('STUDENT', 'COORDINATOR', 'AUDITOR')")
    @Operation(
            summary = "The certificate as one page of A4 in the reader's language, the signed credential attached",
            description = "It names the holder, so it is for those only who may see the application; who holds it shows"
                    + " it to whom they like.")
    ResponseEntity<byte[]> pdf(@PathVariable String number, Caller caller, Locale locale) {
        Certificate certificate = found(number);
        Application application = readable(certificate.application(), caller);
        if (certificate.jwt() == null) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("yol-certificate-" + number + ".pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(page.of(certificate, Holder.name(application), locale));
    }

    @PostMapping("/api/awards/{number}/revocation")
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(
            summary = "Revokes a certificate, for good: the status list and the public log say so",
            description = "If-Match states the version of the certificate. The application stays in its state. The"
                    + " reason is public, the words are for the student.")
    ResponseEntity<CertificateView> revoke(
            @PathVariable String number,
            @RequestBody @Valid RevocationRequest request,
            ExpectedVersion expected,
            IdempotencyKey key,
            Caller caller) {
        Certificate certificate = found(number);
        Application application = applications.get(certificate.application(), caller, Role.COORDINATOR);
        RevocationReason reason = request.reason().reason;
        Certificate revoked = certificates.change(
                certificate.id(),
                expected,
                key.with(request),
                current -> current.revoked(reason, request.words(), Holder.account(application), clock.instant())
                        .recording(caller.act(
                                "certificate-revoked",
                                Role.COORDINATOR,
                                application.id(),
                                Map.of(
                                        "kind",
                                        current.kind().toString(),
                                        "digest",
                                        current.digest(),
                                        "reason",
                                        reason.toString()))));
        return Representation.of(revoked, CertificateView.of(revoked));
    }

    private Certificate found(String number) {
        return certificates.numbered(number).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private Application readable(String id, Caller caller) {
        return applications
                .find(id)
                .filter(application -> Visibility.allows(caller, READERS, application))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }
}
