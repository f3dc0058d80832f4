package org.yol.applications.panel;

import static com.mongodb.client.model.Filters.empty;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Student;
import org.yol.platform.document.Summaries;

/** Who applies, for lists that name applications to those who may know all of them. */
@Component
class Applicants {

    private final Summaries<ApplicationSummary> applications;

    Applicants(Applications applications) {
        this.applications = applications.summaries();
    }

    /** Those of some applications, by the ids of these that are there. */
    Map<String, Student> of(Collection<String> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : applications.find(applicationIds, empty()).stream()
                        .collect(Collectors.toMap(ApplicationSummary::id, ApplicationSummary::student));
    }
}
