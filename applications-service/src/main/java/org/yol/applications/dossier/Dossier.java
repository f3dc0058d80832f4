package org.yol.applications.dossier;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;

/**
 * What a student keeps and uses in every application. An application that is submitted has a copy of it, which nothing
 * that is written here later changes.
 *
 * @param id the student's residence and account
 */
public record Dossier(@BsonId String id, long version, Particulars particulars, Instant createdAt, Instant updatedAt)
        implements Aggregate, Silent {

    /**
     * That of somebody who opens it for the first time.
     *
     * @param country of the account; null where it states none
     * @param particulars as far as anything is known
     */
    static Dossier begun(String id, String country, Particulars particulars, Instant now) {
        return new Dossier(id, 0, particulars.ofCitizen(country), now, now);
    }

    /** With what is written now; the first citizenship stays that of the account. */
    Change<Dossier> write(Particulars written, String country, Instant now) {
        Particulars kept = written.ofCitizen(country).agreedAt(particulars.consents(), now);
        return Change.silent(kept.equals(particulars) ? this : new Dossier(id, version, kept, createdAt, now));
    }
}
