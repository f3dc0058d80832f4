package org.yol.applications.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CertificateEvent;
import org.yol.contracts.CertificateKind;
import org.yol.contracts.RevocationReason;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * What somebody can show of an award or its end. One of each kind for an application, whatever happens twice. Public
 * because the record codec can read no other.
 *
 * @param id the application's and the kind, with a slash between
 * @param number 128 random bits in lower-case hex: its public name, which only those know who were shown it
 * @param call id of the call
 * @param title the programme's, by language tag; {@code en} is always there
 * @param provider names of who offers it, by language tag; empty where none are known
 * @param place the place as people call it
 * @param since when the application came into the state that it tells of
 * @param endedOn the day on which what the place was given for ended; null of an award
 * @param status where the status list speaks of it
 * @param digest SHA-256 of {@code jwt}, lower-case hex
 * @param jwt the signed credential (VC-JWT, compact); null once its holder was erased, whose copy stays good
 * @param revocation null while it is valid
 */
public record Certificate(
        @BsonId String id,
        long version,
        String number,
        String application,
        CertificateKind kind,
        String call,
        Map<String, String> title,
        Map<String, String> provider,
        String place,
        Instant since,
        LocalDate endedOn,
        Status status,
        String digest,
        String jwt,
        Revocation revocation)
        implements Aggregate {

    static final Problem REVOKED = new Problem("certificate-revoked", 409);

    /**
     * Its bit in a status list (W3C Bitstring Status List 1.0).
     *
     * @param list number of the list, 1 or more
     * @param index from 0 to {@link StatusList#LENGTH} - 1
     * @param revoked what the bit says
     */
    public record Status(long list, int index, boolean revoked) {}

    /**
     * Why it is valid no more.
     *
     * @param words for its holder alone; null once they were erased
     */
    public record Revocation(RevocationReason reason, String words, Instant at) {}

    static String id(String application, CertificateKind kind) {
        return application + "/" + kind;
    }

    /**
     * It is there.
     *
     * @param account of its holder
     */
    Change<Certificate> issued(String account, Instant now) {
        return Change.telling(this, new CertificateEvent.Issued(subject(account), status.list(), now));
    }

    /**
     * It is valid no more.
     *
     * @param account of its holder; null when they were erased
     * @throws Refused certificate-revoked when it is already
     */
    Change<Certificate> revoked(RevocationReason reason, String words, String account, Instant now) {
        if (revocation != null) {
            throw new Refused(REVOKED, revocation.at());
        }
        Status ended = new Status(status.list(), status.index(), true);
        Certificate after = with(ended, digest, jwt, new Revocation(reason, account == null ? null : words, now));
        return Change.telling(after, new CertificateEvent.Revoked(subject(account), reason, now));
    }

    /** The same, signed. */
    Certificate signed(String credential, String sha256) {
        return with(status, sha256, credential, revocation);
    }

    /** What says who holds it goes: the name that is hidden in what is signed, and the words of a reason. */
    Change<Certificate> withoutPerson() {
        Revocation facts = revocation == null ? null : new Revocation(revocation.reason(), null, revocation.at());
        return Change.silent(with(status, digest, null, facts));
    }

    private CertificateEvent.Subject subject(String account) {
        return new CertificateEvent.Subject(application, call, account, title, kind, digest);
    }

    private Certificate with(Status says, String sha256, String signed, Revocation ended) {
        return new Certificate(
                id,
                version,
                number,
                application,
                kind,
                call,
                title,
                provider,
                place,
                since,
                endedOn,
                says,
                sha256,
                signed,
                ended);
    }
}
