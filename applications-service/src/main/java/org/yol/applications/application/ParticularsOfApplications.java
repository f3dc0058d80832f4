package org.yol.applications.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.applications.dossier.EarlierParticulars;
import org.yol.applications.dossier.Particulars;

/** What the application a student wrote last says of them. */
@Component
class ParticularsOfApplications implements EarlierParticulars {

    private final Applications applications;

    ParticularsOfApplications(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Optional<Particulars> of(String owner, String account) {
        return applications.lastParticulars(owner, account);
    }
}
