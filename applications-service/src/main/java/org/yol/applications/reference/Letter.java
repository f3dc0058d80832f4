package org.yol.applications.reference;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.person.Residence;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * What a referee writes, in a document of its own: those who may read it see it beside the application, its student
 * never does. Once it is sent it changes no more.
 *
 * @param id that of the reference
 * @param owner the residence and account of the student, whose files its file is one of
 * @param file a PDF; null without
 * @param sentAt null while it is a draft
 */
public record Letter(
        @BsonId String id,
        long version,
        String owner,
        LetterAnswers answers,
        AttachedDocument file,
        Instant savedAt,
        Instant sentAt)
        implements Silent {

    /** The due work that follows the sending: the reference is received. */
    static final String HANDING_OVER = "handing-over";

    static Letter blank(Reference reference) {
        String owner = Residence.of(reference.student().country())
                .id(reference.student().id());
        return new Letter(reference.id(), 0, owner, LetterAnswers.NONE, null, null, null);
    }

    /** @throws Refused reference-answered once it is sent */
    Change<Letter> save(LetterAnswers written, Instant now) {
        refuseSent();
        return Change.silent(new Letter(id, version, owner, written, file, now, null));
    }

    /**
     * With another file, or without one.
     *
     * @throws Refused reference-answered once it is sent
     */
    Change<Letter> attach(AttachedDocument attached, Instant now) {
        refuseSent();
        return Change.silent(new Letter(id, version, owner, answers, attached, now, null));
    }

    /**
     * Sends it.
     *
     * @throws Refused reference-answered the second time, field-errors with all that is missing
     */
    Change<Letter> send(LetterAnswers written, Instant now) {
        refuseSent();
        List<FieldError> missing = written.missing(file != null);
        if (!missing.isEmpty()) {
            throw Refused.because(missing);
        }
        return Change.silent(new Letter(id, version, owner, written, file, now, now))
                .then(HANDING_OVER, now);
    }

    /** Nothing of what was written. */
    Change<Letter> forgotten() {
        return Change.silent(new Letter(id, version, owner, LetterAnswers.NONE, null, null, null))
                .settled(HANDING_OVER);
    }

    boolean isSent() {
        return sentAt != null;
    }

    private void refuseSent() {
        if (isSent()) {
            throw new Refused(ReferenceProblem.REFERENCE_ANSWERED);
        }
    }
}
