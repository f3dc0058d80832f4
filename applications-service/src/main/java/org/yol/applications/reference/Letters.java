package org.yol.applications.reference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yol.applications.file.FileNames;
import org.yol.applications.file.GivenFiles;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalDatabases;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Refused;
import org.yol.platform.trail.Act;

/** What referees write, and the steps that follow when it is sent, or will not be. */
@Component
class Letters implements FileNames {

    private final PersonalCollection<Letter> letters;
    private final References references;
    private final GivenFiles files;
    private final PersonalCollection.Work handingOver;
    private final PersonalCollection.Work forgetting;

    Letters(PersonalDatabases databases, References references, GivenFiles files) {
        this.letters =
                databases.open("letters", Letter.class, List.of(new IndexModel(ascending("owner", "file.sha256"))));
        this.references = references;
        this.files = files;
        this.handingOver = letters.work(WorkPlan.of(Letter.HANDING_OVER), this::handOver);
        this.forgetting = references.forgetting(this::forget);
    }

    /** What a referee has written by now; blank before. */
    Letter of(Reference reference) {
        return letters.find(reference.id()).orElseGet(() -> Letter.blank(reference));
    }

    /** Those of these ids that were sent, by id. */
    Map<String, Letter> sent(Collection<String> ids) {
        Map<String, Letter> found = letters.find(ids);
        found.values().removeIf(letter -> !letter.isSent());
        return found;
    }

    @Override
    public boolean name(String owner, String sha256) {
        return !letters.of(owner)
                .list(and(eq("owner", owner), eq("file.sha256", sha256)))
                .isEmpty();
    }

    /**
     * Changes a draft.
     *
     * @throws Refused stale-version
     */
    Letter change(Reference reference, ExpectedVersion expected, Function<Letter, Change<Letter>> operation) {
        Letter blank = Letter.blank(reference);
        Letter written = operation.apply(of(reference)).state();
        return of(blank.id())
                .put(
                        blank,
                        expected,
                        RequestIdentity.ofCause("letter", blank.id(), String.valueOf(written.savedAt())),
                        _ -> true,
                        operation);
    }

    /**
     * Sends a letter, once, and has the reference received.
     *
     * @throws Refused stale-version; link-not-valid when the student has taken the request back just before
     */
    Reference send(
            Reference reference,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Letter, Change<Letter>> operation) {
        Letter blank = Letter.blank(reference);
        if (expected.version() == 0) {
            of(blank.id()).put(blank, expected, request, Letter::isSent, operation);
        } else {
            of(blank.id()).change(blank.id(), Guard.none(), expected, request, operation);
        }
        handingOver.performNow(blank.id());
        return references
                .find(blank.id())
                .filter(known -> known.state() == ReferenceState.RECEIVED)
                .orElseThrow(() -> new Refused(ReferenceProblem.LINK_NOT_VALID));
    }

    /** Has what was written forgotten of a reference that will not be sent any more. */
    void forget(String referenceId) {
        forgetting.performNow(referenceId);
    }

    /** Takes away what was written for a reference, for good. */
    void remove(String referenceId) {
        of(referenceId).remove(referenceId);
    }

    private Outcome handOver(Letter letter, Claim claim) {
        Reference reference = references.change(
                letter.id(),
                RequestIdentity.ofCause("letter", letter.id(), letter.sentAt().toString()),
                awaited -> awaited.isAwaited()
                        ? awaited.received(letter.sentAt()).recording(arrived("reference-received", awaited))
                        : Change.silent(awaited));
        if (reference.state() == ReferenceState.RECEIVED) {
            return Outcome.DONE;
        }
        release(reference, letter);
        of(letter.id()).change(claim, Letter::forgotten);
        return Outcome.WRITTEN;
    }

    /** Somebody without an account has done it: what they are called is nobody's to read there. */
    static Act arrived(String kind, Reference reference) {
        return Act.ofTheClock(kind, reference.applicationId(), Map.of("reference", reference.id()));
    }

    private Outcome forget(Reference reference, Claim claim) {
        boolean over = reference.state() == ReferenceState.WITHDRAWN || reference.state() == ReferenceState.DECLINED;
        if (over) {
            letters.find(reference.id()).ifPresent(letter -> {
                release(reference, letter);
                of(reference.id()).change(reference.id(), Letter::forgotten);
            });
        }
        return Outcome.DONE;
    }

    private void release(Reference reference, Letter letter) {
        if (letter.file() != null) {
            files.release(reference.student(), letter.file().sha256());
        }
    }

    private AggregateCollection<Letter> of(String id) {
        return letters.of(id);
    }
}
