package org.yol.applications.submission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.PersonalParts;
import org.yol.platform.document.FinalDocuments;

/** The submissions. Each is written before the application that names it, so that none is ever missing. */
@Component
@Order(50)
public class Submissions implements PersonalData {

    private final PersonalParts<FinalDocuments<Submission>> submissions;

    Submissions(PersonalDatabases databases) {
        this.submissions = databases.each((_, collections) -> collections.openFinal(
                "submissions", Submission.class, List.of(new IndexModel(ascending("applicationId")))));
    }

    /** Keeps a submission; the same again is the same. */
    public void keep(Submission submission) {
        in(submission.id()).keep(submission);
    }

    /** The submission of that id; empty when its person was erased. */
    public Optional<Submission> find(String id) {
        return in(id).find(id);
    }

    /** Those that were tried and refused too: each is written before it is known whether it can be taken. */
    private List<Submission> of(String applicationId) {
        return in(applicationId).list(eq("applicationId", applicationId));
    }

    @Override
    public void write(Person person, Archive archive) throws IOException {
        for (String applicationId : person.applications()) {
            for (Submission submission : of(applicationId)) {
                archive.text("submissions/" + submission.sha256() + ".json", submission.text());
            }
        }
    }

    @Override
    public void erase(Person person) {
        person.applications().stream()
                .flatMap(applicationId -> of(applicationId).stream())
                .forEach(submission -> in(submission.id()).remove(submission.id()));
    }

    private FinalDocuments<Submission> in(String id) {
        return submissions.of(id);
    }
}
