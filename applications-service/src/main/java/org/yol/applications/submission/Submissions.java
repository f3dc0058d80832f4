package org.yol.applications.submission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.applications.person.PersonalDatabases;

/** The submissions. Each is written before the application that names it, so that none is ever missing. */
@Component
public class Submissions {

    private final PersonalDatabases databases;

    Submissions(PersonalDatabases databases) {
        this.databases = databases;
    }

    /** Keeps a submission; the same again is the same. */
    public void keep(Submission submission) {
        try {
            in(submission.id()).insertOne(submission);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    /** The submission of that id. */
    public Optional<Submission> find(String id) {
        return Optional.ofNullable(in(id).find(eq("_id", id)).first());
    }

    private MongoCollection<Submission> in(String id) {
        return databases.of(id).getCollection("submissions", Submission.class);
    }
}
