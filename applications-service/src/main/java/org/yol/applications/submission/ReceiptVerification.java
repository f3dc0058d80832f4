package org.yol.applications.submission;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.submission.ReceiptSigner.Verified;

/** What anybody needs to verify a receipt, without an account. */
@RestController
@RequestMapping("/api/receipts")
class ReceiptVerification {

    /** As long as a new key may take until everybody knows it: it is published before it signs. */
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final ReceiptSigner signer;

    ReceiptVerification(ReceiptSigner signer) {
        this.signer = signer;
    }

    record VerificationRequest(@NotNull @Size(max = 20_000) String jws) {}

    @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The public keys of receipts, today's and earlier ones, as a JSON Web Key Set (RFC 7517)")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KNOWN_FOR).cachePublic())
                .body(signer.publishedKeys());
    }

    @PostMapping("/verification")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Whether a receipt (JWS) is genuine, and what it says",
            description = "For whoever cannot verify Ed25519 signatures; who can needs only the keys.")
    Verified verify(@RequestBody @Valid VerificationRequest request) {
        return signer.verify(request.jws());
    }
}
