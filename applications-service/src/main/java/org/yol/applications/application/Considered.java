package org.yol.applications.application;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.dossier.Education;
import org.yol.applications.dossier.PersonName;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.IntakeMode;

/**
 * As much of an {@link Application} as it takes to find who may review it: components of it and parts of some, by the
 * same names. Public, like these parts, because the record codec can read no other.
 */
public record Considered(@BsonId String id, CallReference call, Student student, Ranked form, Standing life) {

    /** Of a {@link Form}. */
    public record Ranked(Stated dossier, List<String> choices, String homeHostId) {}

    /** What students say of themselves that a reviewer may have in common with them. */
    public record Stated(PersonName passportName, PersonName nativeName, List<Education> education) {}

    /** Of a {@link Life}. */
    public record Standing(ApplicationState state, HandedIn receipt, Boolean nominated) {}

    /** Of a receipt. */
    public record HandedIn(String id) {}

    /** Whether it may be reviewed now. */
    public boolean isReviewable() {
        return Application.REVIEWABLE.contains(life.state())
                && (call.intake() != IntakeMode.NOMINATED || Boolean.TRUE.equals(life.nominated()));
    }

    /** Id of the receipt of what is handed in. */
    public String receiptId() {
        return life.receipt().id();
    }
}
