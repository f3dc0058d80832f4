package org.yol.applications.reading;

import java.util.List;
import java.util.function.Supplier;
import org.yol.applications.application.ApplicationSummary;
import org.yol.platform.document.Results;

/** A list of applications that is read bit by bit. To be closed. */
interface ApplicationSource extends AutoCloseable {

    /** The next ones, at most so many; none at the end. */
    List<ApplicationSummary> next(int atMost);

    @Override
    void close();

    static ApplicationSource of(Results<ApplicationSummary> results) {
        return new ApplicationSource() {
            @Override
            public List<ApplicationSummary> next(int atMost) {
                return results.next(atMost);
            }

            @Override
            public void close() {
                results.close();
            }
        };
    }

    /** This list and then another, which is begun when this one has ended. */
    default ApplicationSource then(Supplier<ApplicationSource> another) {
        ApplicationSource first = this;
        return new ApplicationSource() {
            private ApplicationSource current = first;
            private boolean ended;

            @Override
            public List<ApplicationSummary> next(int atMost) {
                List<ApplicationSummary> some = current.next(atMost);
                if (!some.isEmpty() || ended) {
                    return some;
                }
                current.close();
                current = another.get();
                ended = true;
                return current.next(atMost);
            }

            @Override
            public void close() {
                current.close();
            }
        };
    }
}
