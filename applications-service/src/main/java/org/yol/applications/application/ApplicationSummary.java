package org.yol.applications.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.dossier.Education;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.dossier.PersonName;
import org.yol.contracts.ApplicationState;

/**
 * As much of an {@link Application} as a list shows: components of it and parts of some, by the same names. Public,
 * like these parts, because the record codec can read no other.
 */
public record ApplicationSummary(
        @BsonId String id,
        CallReference call,
        Student student,
        Choices form,
        Standing life,
        Instant createdAt,
        Instant updatedAt)
        implements Visible {

    /**
     * What a {@link Form} ranks, and who fills it in.
     *
     * @param dossier null where it says nothing yet
     */
    public record Choices(Stated dossier, List<String> choices, List<String> hosts) {}

    /** Of what students say of themselves, what is written on letters to them; see {@link Particulars}. */
    public record Stated(
            PersonName passportName,
            PersonName nativeName,
            PersonName katakanaName,
            List<String> citizenships,
            LocalDate birthDate,
            List<Education> education) {}

    /** How far a {@link Life} has come. */
    public record Standing(ApplicationState state, HandedIn receipt) {}

    /** What was handed in when; see {@link org.yol.applications.submission.Receipt}. */
    public record HandedIn(String id, Instant at, Instant firstAt) {}

    @Override
    public List<String> hosts() {
        return form.hosts();
    }

    @Override
    public ApplicationState state() {
        return life.state();
    }

    @Override
    public boolean isHandedIn() {
        return life.receipt() != null;
    }

    /** Id of the receipt of what is handed in; null while nothing is. */
    public String receiptId() {
        return isHandedIn() ? life.receipt().id() : null;
    }

    /** The instant of submission that counts for what stands; null while nothing is handed in. */
    public Instant submittedAt() {
        if (!isHandedIn()) {
            return null;
        }
        HandedIn receipt = life.receipt();
        return receipt.firstAt() == null ? receipt.at() : receipt.firstAt();
    }
}
