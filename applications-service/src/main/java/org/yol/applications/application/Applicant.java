package org.yol.applications.application;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ApplicationState;

/**
 * As much of an {@link Application} as telling its student something needs: components of it and parts of some, by the
 * same names. Public, like these parts, because the record codec can read no other.
 */
public record Applicant(@BsonId String id, Citizen student, Progress life, Instant createdAt) {

    /** A {@link Student} without a name. */
    public record Citizen(String id, String country) {}

    /** How far a {@link Life} has come. */
    public record Progress(ApplicationState state) {}

    /** Where the application stands. */
    public ApplicationState state() {
        return life.state();
    }
}
