package org.yol.applications.application;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.call.CallLookup;
import org.yol.applications.call.Calls;
import org.yol.platform.problem.FieldError;
import org.yol.platform.web.ProblemTexts;
import org.yol.platform.web.Representation;

/**
 * Answers what students do: with their application as it is then. The call is read once, for the deed and the answer.
 */
@Component
public class StudentAnswers {

    private final Calls calls;
    private final ProblemTexts texts;
    private final Clock clock;

    StudentAnswers(Calls calls, ProblemTexts texts, Clock clock) {
        this.calls = calls;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param deed does it, with the call it looks at, and tells what the application is then */
    public ResponseEntity<StudentApplication> to(Function<CallLookup, Application> deed) {
        return to(deed, List.of());
    }

    /** The same, naming fields that the deed did not change; they are known when it is done. */
    ResponseEntity<StudentApplication> to(Function<CallLookup, Application> deed, List<FieldError> refused) {
        CallLookup lookup = calls.lookup();
        Application application = deed.apply(lookup);
        List<Map<String, String>> inWords = texts.errors(refused, LocaleContextHolder.getLocale());
        return Representation.of(application, view(application, lookup).refusing(inWords));
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
