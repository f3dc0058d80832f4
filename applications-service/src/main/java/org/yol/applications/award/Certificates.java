package org.yol.applications.award;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.award.Certificate.Status;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.applications.commitment.Commitment;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CertificateKind;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.trail.Act;

/** The certificates, and the step that issues them. */
@Component
@Order(45)
class Certificates implements PersonalData {

    private static final Map<CertificateKind, ApplicationState> STATES = Map.of(
            CertificateKind.AWARD, ApplicationState.AWARDED, CertificateKind.COMPLETION, ApplicationState.COMPLETED);

    private final PersonalCollection<Certificate> certificates;
    private final PersonalCollection.Work certifying;
    private final Calls calls;
    private final StatusPlaces places;
    private final CredentialSigner signer;
    private final AwardAddresses addresses;
    private final Clock clock;

    Certificates(
            PersonalDatabases databases,
            Applications applications,
            Calls calls,
            StatusPlaces places,
            CredentialSigner signer,
            AwardAddresses addresses,
            Clock clock) {
        this.certificates = databases.open(
                "certificates",
                Certificate.class,
                List.of(
                        new IndexModel(ascending("number")),
                        new IndexModel(ascending("status.list", "status.revoked", "_id"))));
        this.calls = calls;
        this.places = places;
        this.signer = signer;
        this.addresses = addresses;
        this.clock = clock;
        this.certifying = applications.certifying(this::issue);
    }

    /** Issues at once what is due for an application; what cannot be issued now is later. */
    void issueNow(String applicationId) {
        certifying.performNow(applicationId);
    }

    /** What has been issued for an application, the award first. */
    List<Certificate> of(String applicationId) {
        return Stream.of(CertificateKind.AWARD, CertificateKind.COMPLETION)
                .map(kind -> certificates.find(Certificate.id(applicationId, kind)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one of that public number. */
    Optional<Certificate> numbered(String number) {
        return certificates.list(eq("number", number)).stream().findFirst();
    }

    /** All of them; to be closed. */
    Results<Certificate> all() {
        return certificates.summaries().all(Filters.empty(), Sorting.ascending("_id"), null);
    }

    /** As much of one as its bit needs. Public because the record codec can read no other. */
    public record Bit(Status status) {}

    /**
     * The status list of that number, as text: worked out from the certificates, so that no revocation can be lost in
     * it.
     *
     * @return empty when nothing was ever put into it
     */
    Optional<String> list(long list) {
        if (list != 1 && isEmpty(eq("status.list", list))) {
            return Optional.empty();
        }
        try (Results<Bit> revoked = bits(and(eq("status.list", list), eq("status.revoked", true)))) {
            StatusList bits = new StatusList();
            revoked.forEachRemaining(bit -> bits.set(bit.status().index()));
            return Optional.of(bits.encoded());
        }
    }

    private boolean isEmpty(Bson filter) {
        try (Results<Bit> some = bits(filter)) {
            return !some.hasNext();
        }
    }

    private Results<Bit> bits(Bson filter) {
        return certificates.summaries(Bit.class).all(filter, Sorting.ascending("_id"), null);
    }

    /** Changes one for a request that may come again. */
    Certificate change(
            String id,
            ExpectedVersion expected,
            RequestIdentity request,
            Function<Certificate, Change<Certificate>> operation) {
        return certificates.of(id).change(id, Guard.none(), expected, request, operation);
    }

    /** Issues what there is to issue for an application; comes again after a crash, and finds what is there. */
    private Outcome issue(Application application, Claim claim) {
        if (!application.isWithoutPerson()) {
            STATES.forEach((kind, state) -> application
                    .life()
                    .at(state)
                    .filter(_ -> certificates
                            .find(Certificate.id(application.id(), kind))
                            .isEmpty())
                    .ifPresent(_ -> issue(application, kind)));
        }
        return Outcome.DONE;
    }

    private void issue(Application application, CertificateKind kind) {
        Certificate signed = signed(application, kind);
        try {
            certificates
                    .of(signed.id())
                    .insert(
                            signed.issued(Holder.account(application), clock.instant())
                                    .recording(Act.ofTheClock(
                                            "certificate-issued",
                                            application.id(),
                                            Map.of("kind", kind.toString(), "digest", signed.digest()))),
                            RequestIdentity.ofCause("certificate", signed.id()));
        } catch (AlreadyExists _) {
            // Somebody else was at it too, and was first.
        }
    }

    private Certificate signed(Application application, CertificateKind kind) {
        Call call = calls.get(application.call().id());
        boolean completed = kind == CertificateKind.COMPLETION;
        Certificate unsigned = new Certificate(
                Certificate.id(application.id(), kind),
                0,
                Commitment.salt(),
                application.id(),
                kind,
                application.call().id(),
                application.call().title(),
                call.providerNames(),
                application.offer().placeName(),
                application.life().at(STATES.get(kind)).orElseThrow().truncatedTo(ChronoUnit.SECONDS),
                completed ? application.life().completedOn() : null,
                places.take(),
                null,
                null,
                null);
        String jwt = signer.sign(Credential.of(unsigned, Holder.name(application), addresses));
        return unsigned.signed(jwt, Sha256.hex(jwt));
    }

    @Override
    public void write(Person person, Archive archive) throws IOException {
        for (String application : person.applications()) {
            for (Certificate certificate : of(application)) {
                archive.json("certificates/" + certificate.number() + ".json", CertificateView.of(certificate));
                if (certificate.jwt() != null) {
                    archive.text("certificates/" + certificate.number() + ".jwt", certificate.jwt());
                }
            }
        }
    }

    /** That there is one, and whether it is valid, stays: those who were shown it go on asking. */
    @Override
    public void erase(Person person) {
        person.applications().stream()
                .flatMap(application -> of(application).stream())
                .forEach(certificate ->
                        certificates.of(certificate.id()).change(certificate.id(), Certificate::withoutPerson));
    }
}
