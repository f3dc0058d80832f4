package org.yol.applications.award;

import java.util.Optional;
import org.yol.applications.application.Application;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.dossier.PersonName;

/** Whose a certificate is. */
final class Holder {

    private Holder() {}

    /** The name in the passport, as it was handed in; that of the account where there is none. */
    static String name(Application application) {
        return Credential.plain(Optional.ofNullable(application.form().dossier())
                .map(Particulars::passportName)
                .map(PersonName::called)
                .filter(name -> !name.isEmpty())
                .orElse(application.student().name()));
    }

    /** The account; null when they were erased. */
    static String account(Application application) {
        return application.isWithoutPerson() ? null : application.student().id();
    }
}
