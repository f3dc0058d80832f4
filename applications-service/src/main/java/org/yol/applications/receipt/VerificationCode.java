package org.yol.applications.receipt;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.pdf.QrCode;
import org.yol.applications.submission.ReceiptProperties;

/** Where receipts are verified, for the camera of whoever holds one on paper. */
@RestController
class VerificationCode {

    private static final String SVG = "image/svg+xml";

    private final String svg;

    VerificationCode(ReceiptProperties properties) {
        this.svg = QrCode.of(ReceiptPage.verification(properties).toString()).svg();
    }

    @GetMapping(path = "/api/receipts/verification/code", produces = SVG)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The address of the page that verifies receipts, as a QR code (SVG)")
    ResponseEntity<String> svg() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(svg);
    }
}
