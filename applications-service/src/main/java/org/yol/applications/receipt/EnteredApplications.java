package org.yol.applications.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.log.EnteredDocuments;
import org.yol.applications.submission.Receipt;
import org.yol.applications.submission.Submission;
import org.yol.applications.submission.Submissions;
import org.yol.platform.document.Results;

/**
 * What was handed in, and what was announced of it, each with its entry in the public log. Receipts of somebody who was
 * erased have neither a salt nor what was handed in: they are passed over.
 */
@Component
class EnteredApplications implements EnteredDocuments {

    private final Applications applications;
    private final Submissions submissions;

    EnteredApplications(Applications applications, Submissions submissions) {
        this.applications = applications;
        this.submissions = submissions;
    }

    @Override
    public void each(Consumer<Entered> found) {
        try (Results<Application> all = applications.all()) {
            while (all.hasNext()) {
                of(all.next()).forEach(found);
            }
        }
    }

    /** @throws IllegalStateException when something is not in the store as it was handed in */
    List<Entered> of(Application application) {
        List<Entered> entered = new ArrayList<>();
        application
                .life()
                .receipts()
                .filter(receipt -> receipt.commitment() != null)
                .forEach(receipt -> {
                    compare(receipt);
                    entered.add(Entered.submission("receipt " + receipt.id(), receipt.commitment()));
                });
        Announcement announced = application.life().announcement();
        if (announced != null && announced.salt() != null) {
            entered.add(
                    Entered.decision("the decision on " + application.id(), announced.commitment(application.id())));
        }
        return entered;
    }

    private void compare(Receipt receipt) {
        Submission stored = submissions
                .find(receipt.submission())
                .orElseThrow(() -> new IllegalStateException("The submission of receipt " + receipt.id()
                        + " is missing in the store, unless its student is just being erased."));
        if (!receipt.isFor(stored)) {
            throw new IllegalStateException("The submission of receipt " + receipt.id()
                    + " is not what was handed in: its text in the store has not the digest that the receipt states.");
        }
    }
}
