package org.yol.applications.award;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** What anybody needs to verify a certificate that they were shown. Nothing here names its holder. */
@RestController
@RequestMapping("/api/awards")
class PublicAwardController {

    static final String JWT = "application/vc+jwt";

    /** How old what is said of revocations may be. */
    private static final Duration STATUS_KEPT = Duration.ofMinutes(5);

    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Certificates certificates;
    private final CredentialSigner signer;
    private final AwardAddresses addresses;
    private final Clock clock;

    PublicAwardController(Certificates certificates, CredentialSigner signer, AwardAddresses addresses, Clock clock) {
        this.certificates = certificates;
        this.signer = signer;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The certificate of a number that somebody was shown, and whether it is valid",
            description = "Numbers are of 128 random bits. `jwt` is missing once the holder was erased.")
    ResponseEntity<CertificateView> get(@PathVariable String number) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(CertificateView.inPublic(found(number)));
    }

    @GetMapping(path = "/{number}", produces = JWT)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The same as it is signed: Open Badges 3.0, secured as W3C VC-JOSE-COSE says")
    ResponseEntity<String> credential(@PathVariable String number) {
        return Optional.ofNullable(found(number).jwt())
                .map(jwt -> jwt(jwt, CacheControl.noCache()))
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    @GetMapping(path = "/status/{list}", produces = JWT)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "A list that says which certificates are revoked (W3C Bitstring Status List 1.0), signed",
            description = "It may be kept for five minutes, which is the longest that a revocation goes unseen.")
    ResponseEntity<String> status(@PathVariable long list) {
        String encoded = certificates.list(list).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return jwt(
                signer.sign(Credential.ofList(
                        list,
                        encoded,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        STATUS_KEPT.toMillis(),
                        addresses)),
                CacheControl.maxAge(STATUS_KEPT).cachePublic());
    }

    @GetMapping(path = "/issuer", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "Who signs certificates, and the public keys (W3C Controlled Identifiers 1.0)")
    ResponseEntity<Map<String, Object>> issuer() {
        return ResponseEntity.ok().cacheControl(HOUR).body(signer.controller());
    }

    private Certificate found(String number) {
        return certificates.numbered(number).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    }

    private static ResponseEntity<String> jwt(String signed, CacheControl kept) {
        return ResponseEntity.ok()
                .cacheControl(kept)
                .contentType(MediaType.parseMediaType(JWT))
                .body(signed);
    }
}
