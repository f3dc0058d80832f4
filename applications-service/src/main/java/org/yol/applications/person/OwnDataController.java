package org.yol.applications.person;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import tools.jackson.databind.json.JsonMapper;

/** What is held of the caller: to take along, and to have erased. */
@RestController
@RequestMapping("/api/profile")
class OwnDataController {

    private static final String ARCHIVE = "application/zip";

    private final Erasures erasures;
    private final MessageSource texts;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore exports;

    OwnDataController(
            Erasures erasures, MessageSource texts, JsonMapper json, Clock clock, PersonProperties properties) {
        this.erasures = erasures;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
        this.exports = new Semaphore(properties.exportsAtOnce());
    }

    @GetMapping(path = "/export", produces = ARCHIVE)
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "All that is held of the caller, as one ZIP file",
            description = "JSON, files as they were uploaded, and README.txt, in the reader's language, about what is"
                    + " what. Begins to flow at once. What was written to the caller is at /api/notifications/export.")
    void export(Caller caller, Locale locale, HttpServletResponse response) throws IOException {
        if (!exports.tryAcquire()) {
            throw new Refused(Problem.SERVICE_UNAVAILABLE);
        }
        try {
            Person person = erasures.person(caller.id());
            response.setContentType(ARCHIVE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("yol-my-data.zip")
                            .build()
                            .toString());
            Archive archive = new Archive(response.getOutputStream(), json);
            archive.text(
                    "README.txt",
                    texts.getMessage(
                            "export.readme", new Object[] {clock.instant().toString()}, locale));
            response.flushBuffer();
            for (PersonalData data : erasures.everything()) {
                data.write(person, archive);
            }
            archive.finish();
        } finally {
            exports.release();
        }
    }

    /** @param confirmation the name of the account, typed by its owner */
    record ErasureRequest(@NotBlank @Size(max = 500) String confirmation) {}

    /**
     * How far it is.
     *
     * @param askedAt null when it was never asked for
     * @param erasedAt when it was done; null before
     * @param name that is to be typed for it
     */
    record ErasureView(Instant askedAt, Instant erasedAt, String name) {}

    @GetMapping("/erasure")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Whether and when the caller has had their data erased")
    ResponseEntity<ErasureView> erasure(Caller caller) {
        return answer(erasures.find(caller).orElse(null), caller);
    }

    @PostMapping("/erasure")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Erases all that is held of the caller",
            description = "What is not decided is withdrawn. Of what was handed in stay the receipts' digests and"
                    + " instants, and of decisions what was decided when, without the person. What is there when this"
                    + " answers is gone; `erasedAt` comes when what was written meanwhile is gone too.")
    ResponseEntity<ErasureView> erase(@RequestBody @Valid ErasureRequest request, Caller caller) {
        if (!alike(request.confirmation(), caller.name())) {
            throw Refused.because(List.of(FieldError.of("/confirmation", "erasure.confirmation", caller.name())));
        }
        return answer(erasures.begin(caller), caller);
    }

    private static ResponseEntity<ErasureView> answer(Erasure erasure, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        erasure == null
                                ? new ErasureView(null, null, caller.name())
                                : new ErasureView(erasure.askedAt(), erasure.erasedAt(), caller.name()));
    }

    private static boolean alike(String typed, String name) {
        return plain(typed).equals(plain(name));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
