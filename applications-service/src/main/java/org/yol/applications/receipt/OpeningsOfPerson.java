package org.yol.applications.receipt;

import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;

/** The entries of the public log that are of a person, with what opens them. */
@Component
@Order(60)
class OpeningsOfPerson implements PersonalData {

    private final Applications applications;
    private final Openings openings;

    OpeningsOfPerson(Applications applications, Openings openings) {
        this.applications = applications;
        this.openings = openings;
    }

    @Override
    public void write(Person person, Archive archive) throws IOException {
        for (String id : person.applications()) {
            List<Opening> own = applications.find(id).map(openings::of).orElse(List.of());
            if (!own.isEmpty()) {
                archive.json("log/" + id + ".json", own);
            }
            for (Opening opening : own) {
                if (opening.receipt() != null && opening.proof() != null) {
                    archive.text("receipts/" + opening.receipt() + ".tlog-proof", opening.proof());
                }
            }
        }
    }

    /** Nothing is kept of them but in the application: with that they go. The log itself says nothing of anybody. */
    @Override
    public void erase(Person person) {}
}
