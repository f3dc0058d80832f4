package org.yol.applications.application;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.call.CallLookup;
import org.yol.applications.call.Calls;
import org.yol.platform.web.Representation;

/**
 * Answers what students do: with their application as it is then. The call is read once, for the deed and the answer.
 */
@Component
public class StudentAnswers {

    private final Calls calls;
    private final Clock clock;

    StudentAnswers(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** @param deed does it, with the call it looks at, and tells what the application is then */
    public ResponseEntity<StudentApplication> to(Function<CallLookup, Application> deed) {
        CallLookup lookup = calls.lookup();
        return of(deed.apply(lookup), lookup);
    }

    ResponseEntity<StudentApplication> of(Application application, CallLookup lookup) {
        return Representation.of(application, view(application, lookup));
    }

    ResponseEntity<StudentApplication> created(URI address, Application application, CallLookup lookup) {
        return Representation.created(address, application, view(application, lookup));
    }

    private StudentApplication view(Application application, CallLookup lookup) {
        return StudentApplication.of(
                application, lookup.find(application.call().id()).orElse(null), clock.instant());
    }
}
