package org.yol.applications.award;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.log.EnteredDocuments;
import org.yol.platform.document.Results;

/** Certificates and revocations, each with its entry in the public log. */
@Component
class EnteredCertificates implements EnteredDocuments {

    private final Certificates certificates;

    EnteredCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void each(Consumer<Entered> found) {
        try (Results<Certificate> all = certificates.all()) {
            all.forEachRemaining(certificate -> {
                String name = "certificate " + certificate.id();
                found.accept(Entered.certificate(name, certificate.digest()));
                if (certificate.revocation() != null) {
                    found.accept(Entered.revocation("the revocation of " + name, certificate.digest()));
                }
            });
        }
    }
}
