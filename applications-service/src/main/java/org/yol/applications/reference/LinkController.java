package org.yol.applications.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.file.GivenFiles;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.Deadline;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

/**
 * What a referee does, who has no account: the token of the one-time link is in a header, which no log holds. A token
 * that is wrong, replaced or taken back is answered in one way only.
 */
@RestController
@RequestMapping("/api/references/link")
class LinkController {

    private static final String TOKEN = "Reference-Token";

    private final References references;
    private final Letters letters;
    private final Applications applications;
    private final Calls calls;
    private final GivenFiles files;
    private final Clock clock;

    LinkController(
            References references,
            Letters letters,
            Applications applications,
            Calls calls,
            GivenFiles files,
            Clock clock) {
        this.references = references;
        this.letters = letters;
        this.applications = applications;
        this.calls = calls;
        this.files = files;
        this.clock = clock;
    }

    record LetterRequest(@NotNull @Valid LetterAnswers answers) {}

    record RefusalRequest() {}

    /** The file as it is sent. */
    record FileForm(
            @Schema(type = "string", format = "binary") byte[] file) {}

    /** A reference to which this link may be used, and what it is about. */
    private record Followed(Reference reference, Application application, Deadline closes) {

        boolean isOver(Instant now) {
            return closes.hasPassed(now);
        }
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "What a referee is asked, and what they have written by now")
    ResponseEntity<LinkView> read(@RequestHeader(name = TOKEN, required = false) String token) {
        Followed followed = follow(token);
        Reference reference = references.change(
                followed.reference().id(),
                known -> isOpen(followed) ? known.opened(clock.instant()) : Change.silent(known));
        return view(new Followed(reference, followed.application(), followed.closes()));
    }

    @PutMapping("/letter")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Saves what a referee has written by now; anything may still be missing")
    ResponseEntity<LinkView> save(
            @RequestHeader(name = TOKEN, required = false) String token,
            @RequestBody @Valid LetterRequest request,
            ExpectedVersion expected) {
        Followed followed = followOpen(token);
        letters.change(followed.reference(), expected, letter -> letter.save(request.answers(), clock.instant()));
        return view(followed);
    }

    @PutMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Uploads a letter as a file: PDF, JPEG or PNG, 10 MB at most",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = FileForm.class))))
    ResponseEntity<LinkView> upload(
            @RequestHeader(name = TOKEN, required = false) String token,
            @Parameter(hidden = true) HttpServletRequest request,
            ExpectedVersion expected) {
        Followed followed = followOpen(token);
        Reference reference = followed.reference();
        Letter before = letters.of(reference);
        before.attach(null, clock.instant());
        AttachedDocument file = files.take("reference", reference.student(), reference.id(), request);
        attach(followed, before, expected, file);
        return view(followOpen(token));
    }

    @DeleteMapping("/file")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Takes the file out of the draft")
    ResponseEntity<LinkView> remove(
            @RequestHeader(name = TOKEN, required = false) String token, ExpectedVersion expected) {
        Followed followed = followOpen(token);
        attach(followed, letters.of(followed.reference()), expected, null);
        return view(followed);
    }

    private void attach(Followed followed, Letter before, ExpectedVersion expected, AttachedDocument file) {
        Optional.ofNullable(before.file())
                .filter(replaced -> file == null || !replaced.sha256().equals(file.sha256()))
                .ifPresent(replaced -> files.release(followed.reference().student(), replaced.sha256()));
        letters.change(followed.reference(), expected, letter -> letter.attach(file, clock.instant()));
    }

    @PostMapping("/submission")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Sends the reference, once; from then on the link tells only that it was received")
    ResponseEntity<LinkView> send(
            @RequestHeader(name = TOKEN, required = false) String token,
            @RequestBody @Valid LetterRequest request,
            ExpectedVersion expected,
            IdempotencyKey key) {
        Followed followed = follow(token);
        if (followed.reference().state() != ReferenceState.RECEIVED) {
            refuseClosed(followed);
        }
        Reference received = letters.send(
                followed.reference(),
                expected,
                key.with(request),
                letter -> letter.send(request.answers(), clock.instant()));
        return view(new Followed(received, followed.application(), followed.closes()));
    }

    @PostMapping("/refusal")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Declines: the student is told, and may ask somebody else")
    ResponseEntity<LinkView> decline(
            @RequestHeader(name = TOKEN, required = false) String token,
            @RequestBody(required = false) RefusalRequest request,
            IdempotencyKey key) {
        Followed followed = follow(token);
        if (followed.reference().state() != ReferenceState.DECLINED) {
            refuseClosed(followed);
        }
        Reference declined = references.change(
                followed.reference().id(),
                key.with(new RefusalRequest()),
                reference ->
                        reference.decline(clock.instant()).recording(Letters.arrived("reference-declined", reference)));
        letters.forget(declined.id());
        return view(new Followed(declined, followed.application(), followed.closes()));
    }

    private ResponseEntity<LinkView> view(Followed followed) {
        Reference reference = followed.reference();
        Letter letter = letters.of(reference);
        return Representation.of(letter, seen(followed, letter));
    }

    private LinkView seen(Followed followed, Letter letter) {
        Reference reference = followed.reference();
        if (!reference.isAwaited()) {
            return LinkView.over(reference.state().toString(), reference.answeredAt());
        }
        if (letter.isSent()) {
            // Received in a moment: what is written there is sent already.
            return LinkView.over(ReferenceState.RECEIVED.toString(), letter.sentAt());
        }
        if (followed.isOver(clock.instant())) {
            return LinkView.over("closed", followed.closes().stated());
        }
        return new LinkView(
                "open",
                null,
                new LinkView.Asked(
                        reference.referee().name(),
                        reference.referee().institution(),
                        reference.referee().relation(),
                        reference.referee().language(),
                        reference.studentName(),
                        reference.call().id(),
                        reference.call().title(),
                        followed.closes().shown().toOffsetDateTime(),
                        followed.closes().zone().getId()),
                LetterView.of(letter));
    }

    private boolean isOpen(Followed followed) {
        return !followed.isOver(clock.instant());
    }

    /** @throws Refused link-not-valid */
    private Followed follow(String text) {
        Optional<Token> token = Token.of(text);
        return token.flatMap(known -> references.find(known.referenceId()))
                .filter(reference -> token.get().opens(reference) && reference.state() != ReferenceState.WITHDRAWN)
                .flatMap(reference -> applications
                        .find(reference.applicationId())
                        .filter(application -> application.state() != ApplicationState.WITHDRAWN)
                        .map(application -> followed(reference, application)))
                .orElseThrow(() -> new Refused(ReferenceProblem.LINK_NOT_VALID));
    }

    private Followed followed(Reference reference, Application application) {
        Call call = calls.get(reference.call().id());
        return new Followed(reference, application, References.closes(call, application));
    }

    /** @throws Refused link-not-valid, reference-answered, references-closed */
    private Followed followOpen(String token) {
        Followed followed = follow(token);
        refuseClosed(followed);
        return followed;
    }

    private void refuseClosed(Followed followed) {
        if (!followed.reference().isAwaited()) {
            throw new Refused(ReferenceProblem.REFERENCE_ANSWERED);
        }
        if (followed.isOver(clock.instant())) {
            throw new Refused(
                    ReferenceProblem.REFERENCES_CLOSED, followed.closes().shown());
        }
    }
}
