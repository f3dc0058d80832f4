package org.yol.applications.application;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Calls;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonsApplications;
import org.yol.applications.submission.Receipt;

/**
 * Applications as what is held of a person. Erased, each stays as a document that names nobody: its events have numbers
 * that go on, and what was decided on it is by its id.
 */
@Component
@Order(ApplicationsOfPerson.LAST)
class ApplicationsOfPerson implements PersonalData, PersonsApplications {

    /** By them the others find what is a person's. */
    static final int LAST = 1_000;

    private final Applications applications;
    private final Calls calls;
    private final Clock clock;

    ApplicationsOfPerson(Applications applications, Calls calls, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public List<String> of(String account) {
        return applications.idsOf(account);
    }

    @Override
    public void write(Person person, Archive archive) throws IOException {
        for (String id : person.applications()) {
            Application application = applications.find(id).orElseThrow();
            archive.json(
                    "applications/" + id + ".json",
                    StudentApplication.of(
                            application, calls.recent(application.call().id()).orElse(null), clock.instant()));
            for (Receipt receipt : application.life().receipts().toList()) {
                archive.json("receipts/" + receipt.id() + ".json", receipt);
                if (receipt.jws() != null) {
                    archive.text("receipts/" + receipt.id() + ".jws", receipt.jws());
                }
            }
        }
    }

    /** What is not decided goes on without them, so that its place is free. */
    @Override
    public void leave(Person person) {
        person.applications().forEach(id -> applications.leave(id, clock.instant()));
    }

    @Override
    public void erase(Person person) {
        person.applications().forEach(applications::erase);
    }
}
