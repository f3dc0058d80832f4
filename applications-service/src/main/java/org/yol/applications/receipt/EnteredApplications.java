package org.yol.applications.receipt;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.log.EnteredDocuments;
import org.yol.platform.document.Results;

/** What was handed in, and what was announced of it, each with its entry in the public log. */
@Component
class EnteredApplications implements EnteredDocuments {

    private final Applications applications;

    EnteredApplications(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void each(Consumer<Entered> found) {
        try (Results<Application> all = applications.all()) {
            while (all.hasNext()) {
                Application application = all.next();
                application
                        .life()
                        .receipts()
                        .filter(receipt -> receipt.commitment() != null)
                        .forEach(receipt ->
                                found.accept(Entered.submission("receipt " + receipt.id(), receipt.commitment())));
                Announcement announced = application.life().announcement();
                if (announced != null && announced.salt() != null) {
                    found.accept(Entered.decision(
                            "the decision on " + application.id(), announced.commitment(application.id())));
                }
            }
        }
    }
}
