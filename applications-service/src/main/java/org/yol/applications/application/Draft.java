package org.yol.applications.application;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * As much of an {@link Application} that is a draft as reminding its student needs: components of it and parts of some,
 * by the same names. Public, like these parts, because the record codec can read no other.
 */
public record Draft(@BsonId String id, Applicant.Citizen student, Progress life, Instant createdAt) {

    /** The steps of a {@link Life}. */
    public record Progress(List<Step> timeline) {}

    /** When it was begun, for the last time if it was withdrawn in between. */
    public Instant begun() {
        return life.timeline().getLast().at();
    }
}
