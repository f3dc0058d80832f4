package org.yol.applications.submission;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.applications.person.PersonalDatabases;
import org.yol.platform.document.FinalDocuments;

/** The submissions. Each is written before the application that names it, so that none is ever missing. */
@Component
public class Submissions {

    private final PersonalDatabases databases;

    Submissions(PersonalDatabases databases) {
        this.databases = databases;
    }

    /** Keeps a submission; the same again is the same. */
    public void keep(Submission submission) {
        in(submission.id()).keep(submission);
    }

    /** The submission of that id. */
    public Optional<Submission> find(String id) {
        return in(id).find(id);
    }

    private FinalDocuments<Submission> in(String id) {
        return new FinalDocuments<>(databases.of(id), "submissions", Submission.class);
    }
}
