package org.yol.applications.application;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.submission.Receipt;
import org.yol.contracts.ApplicationState;

/**
 * As much of an {@link Application} as the lottery of its call needs: components of it and parts of some, by the same
 * names. Public, like these parts, because the record codec can read no other.
 */
public record Entrant(@BsonId String id, Standing life, Instant createdAt) {

    /** What of a {@link Life} stands. */
    public record Standing(ApplicationState state, Receipt receipt) {}

    /** Whether something is handed in, and was not withdrawn. */
    public boolean takesPart() {
        return switch (life.state()) {
            case DRAFT, WITHDRAWN, UNKNOWN -> false;
            default -> life.receipt() != null;
        };
    }

    /** Its number in the lottery; null for what was handed in to releases that gave no salt. */
    public String number() {
        return life.receipt().entrant();
    }
}
