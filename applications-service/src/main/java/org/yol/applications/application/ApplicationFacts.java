package org.yol.applications.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.applications.dossier.Particulars;
import org.yol.applications.submission.Receipt;
import org.yol.contracts.ApplicationState;

/**
 * What everybody who may open an application sees of it. Only what its student knows is in the application at all, so
 * nothing has to be left out.
 *
 * @param id an alias before a reader who is not to know who applies
 * @param version of the application itself: it moves only with what the student may know
 * @param student null for a reviewer who is not to know who applies
 * @param dossier as it was when this was handed in; null for a draft, which takes the student's dossier as it is
 * @param team of a joint research; null elsewhere, and before anybody is named
 * @param earlierReceipts of what was handed in before and taken back or corrected
 * @param nominated whether the authority of the student's country nominated it; null before it said, and where the call
 *     wants no nomination
 * @param returned what is to be corrected, while it is returned for that; null elsewhere
 */
public record ApplicationFacts(
        String id,
        long version,
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        String provider,
        ApplicationState state,
        Student student,
        Answers answers,
        Particulars dossier,
        List<String> choices,
        List<AttachedDocument> documents,
        List<TeamMember> team,
        Receipt receipt,
        List<Receipt> earlierReceipts,
        List<StepView> timeline,
        Offer offer,
        CorrectionRequest returned,
        Boolean nominated,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A step as it may be shown.
     *
     * @param by the role of who did it, or {@code clock}; nobody's name
     * @param exchange whether a place of another call was given up for this one, or this one for another
     * @param elsewhere which, for its student alone; null for others, and without
     */
    public record StepView(
            ApplicationState state,
            Instant at,
            String by,
            String reason,
            boolean exchange,
            List<Elsewhere> elsewhere) {}

    /** The facts of an application, for others than its student. */
    public static ApplicationFacts of(Application application) {
        return of(application, application.id(), false);
    }

    /** The same for those who are not to know who applies. */
    public static ApplicationFacts of(Application application, String alias) {
        return of(application, alias, false);
    }

    /** The same for its student. */
    static ApplicationFacts ofOwn(Application application) {
        return of(application, application.id(), true);
    }

    private static ApplicationFacts of(Application application, String called, boolean own) {
        CallReference call = application.call();
        Form form = application.form();
        Life life = application.life();
        return new ApplicationFacts(
                called,
                application.version(),
                call.id(),
                call.programmeId(),
                call.title(),
                call.provider(),
                life.state(),
                application.student().lacksName() ? null : application.student(),
                form.answers(),
                application.isHandedIn() ? form.dossier() : null,
                form.choices(),
                form.documents(),
                form.team() == null ? null : form.members(),
                life.receipt(),
                life.earlier(),
                life.timeline().stream().map(step -> view(step, own)).toList(),
                life.offer(),
                life.asked(),
                life.nominated(),
                application.createdAt(),
                application.updatedAt());
    }

    private static StepView view(Step step, boolean own) {
        return new StepView(
                step.state(),
                step.at(),
                step.by() == null ? "clock" : step.by().toString(),
                step.reason(),
                step.elsewhere() != null,
                own ? step.elsewhere() : null);
    }
}
