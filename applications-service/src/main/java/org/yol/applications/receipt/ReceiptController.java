package org.yol.applications.receipt;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Form;
import org.yol.applications.call.Calls;
import org.yol.applications.log.LogProofs;
import org.yol.applications.log.LogProofs.ProvedEntry;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.ReceiptSigner;
import org.yol.platform.access.Caller;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.JsonNode;

/** Receipts to keep: whoever may see an application may have those of it. */
@RestController
@RequestMapping("/api/applications/{id}/receipts/{receiptId}")
class ReceiptController {

    private final Applications applications;
    private final Calls calls;
    private final ReceiptSigner signer;
    private final ReceiptPage page;
    private final LogProofs log;

    ReceiptController(Applications applications, Calls calls, ReceiptSigner signer, ReceiptPage page, LogProofs log) {
        this.applications = applications;
        this.calls = calls;
        this.signer = signer;
        this.page = page;
        this.log = log;
    }

    /**
     * @param jws the signed receipt, compact
     * @param says the same to be read: what is signed
     * @param log its entry in the public log; null while it is not there
     */
    record SignedReceipt(String jws, JsonNode says, ProvedEntry log) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "A receipt, signed (JWS, EdDSA with Ed25519)",
            description = "The keys are at /api/receipts/keys. One that was given before receipts were signed is signed"
                    + " now, and says so by signedAt.")
    ResponseEntity<SignedReceipt> json(@PathVariable String id, @PathVariable String receiptId, Caller caller) {
        Receipt receipt = signed(applications.get(id, caller), receiptId);
        return answer(receipt, "json")
                .body(new SignedReceipt(
                        receipt.jws(), receipt.says(), entry(receipt).orElse(null)));
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary =
                    "The same as one page of A4 in the reader's language, the signed receipt attached, and the proof of its"
                            + " entry in the public log once that is there")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @PathVariable String receiptId, Caller caller, Locale locale) {
        Application application = applications.get(id, caller);
        Receipt receipt = signed(application, receiptId);
        Form form = receipt.id().equals(application.receiptId()) ? application.form() : null;
        return answer(receipt, "pdf")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_PDF)
                .body(page.of(
                        application,
                        receipt,
                        entry(receipt).orElse(null),
                        form,
                        calls.recent(application.call().id()).orElse(null),
                        locale));
    }

    private Optional<ProvedEntry> entry(Receipt receipt) {
        return Optional.ofNullable(receipt.commitment()).flatMap(log::ofSubmission);
    }

    private Receipt signed(Application application, String receiptId) {
        Optional<Receipt> found = application
                .life()
                .receipts()
                .filter(receipt -> receipt.id().equals(receiptId))
                // What is signed leads on to its holder, by digests and by its entry in the log.
                .filter(_ -> !application.student().lacksName())
                .findFirst();
        Receipt receipt = found.orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return receipt.jws() == null
                ? signer.signedAfterwards(
                        receipt, application.call().id(), application.call().title())
                : receipt;
    }

    private static ResponseEntity.BodyBuilder answer(Receipt receipt, String ending) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("yol-receipt-" + receipt.id() + "." + ending)
                                .build()
                                .toString());
    }
}
