package org.yol.applications.application;

import static org.yol.contracts.ApplicationState.DRAFT;
import static org.yol.contracts.ApplicationState.NOMINATED;
import static org.yol.contracts.ApplicationState.RETURNED;
import static org.yol.contracts.ApplicationState.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yol.applications.submission.Receipt;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.OfferAnswer;
import org.yol.platform.access.Role;

/**
 * How far an application has come, as its student may know it.
 *
 * @param reviewed whether what is handed in has been reviewed
 * @param receipt of what was handed in and stands; null while it is a draft
 * @param earlier receipts of what was handed in before and taken back
 * @param announcement the last decision the student was told; null before
 * @param offer null without one
 * @param asked what is to be corrected, while it is returned for that; null elsewhere
 * @param nominated whether the authority of the student's country nominated it; null before it said, and where the call
 *     wants no nomination
 * @param completedOn the day on which what its place was given for ended; null before
 */
public record Life(
        ApplicationState state,
        boolean reviewed,
        Receipt receipt,
        List<Receipt> earlier,
        List<Step> timeline,
        Announcement announcement,
        Offer offer,
        CorrectionRequest asked,
        Boolean nominated,
        LocalDate completedOn) {

    private static final Set<ApplicationState> ACCEPTED =
            EnumSet.of(ApplicationState.ACCEPTED, ApplicationState.AWARDED, ApplicationState.COMPLETED);

    /** One that is not completed. */
    private Life(
            ApplicationState state,
            boolean reviewed,
            Receipt receipt,
            List<Receipt> earlier,
            List<Step> timeline,
            Announcement announcement,
            Offer offer,
            CorrectionRequest asked,
            Boolean nominated) {
        this(state, reviewed, receipt, earlier, timeline, announcement, offer, asked, nominated, null);
    }

    static Life started(Instant now) {
        Step first = new Step(DRAFT, now, Role.STUDENT, null);
        return new Life(DRAFT, false, null, List.of(), List.of(first), null, null, null, null);
    }

    /** A draft once more: what was told of the earlier attempt is told no longer, its receipts stay. */
    Life startedAgain(Instant now) {
        return new Life(DRAFT, false, null, past(), timeline, null, null, null, null)
                .in(DRAFT, now, Role.STUDENT, null);
    }

    /** What was handed in before stays among the earlier ones; what was said of it in reviews is said of it alone. */
    Life submitted(Receipt given) {
        return new Life(state, false, given, past(), timeline, announcement, offer, null, nominated)
                .in(SUBMITTED, given.at(), Role.STUDENT, null)
                .standing(handedIn());
    }

    /**
     * The authority of the student's country has said whether it nominates it. While it is returned for correction it
     * stays so, and is nominated when it comes back.
     *
     * @param reason why it does not; null when it does
     */
    Life judged(boolean nominates, String reason, Instant now) {
        Step said = new Step(nominates ? NOMINATED : state, now, Role.AUTHORITY, reason);
        Life judged = new Life(
                state, reviewed, receipt, earlier, joined(timeline, said), announcement, offer, asked, nominates);
        return state == RETURNED ? judged : judged.standing(judged.handedIn());
    }

    /** What it is when it is handed in and nobody has reviewed it. */
    private ApplicationState handedIn() {
        return Boolean.TRUE.equals(nominated) ? NOMINATED : SUBMITTED;
    }

    private Life standing(ApplicationState now) {
        return new Life(now, reviewed, receipt, earlier, timeline, announcement, offer, asked, nominated);
    }

    /** Asked to be corrected: what stands goes on standing until something else is handed in. */
    Life returned(CorrectionRequest request) {
        return new Life(state, reviewed, receipt, earlier, timeline, announcement, offer, request, nominated)
                .in(RETURNED, request.at(), Role.COORDINATOR, request.reason());
    }

    /** Nobody has answered: it is again what it was, submitted or under review. */
    Life returnedInVain(Instant now) {
        return new Life(state, reviewed, receipt, earlier, timeline, announcement, offer, null, nominated)
                .in(reviewed ? ApplicationState.UNDER_REVIEW : handedIn(), now, null, null);
    }

    /** Reviewed while it is returned, which shows when it comes back. */
    Life reviewedMeanwhile() {
        return new Life(state, true, receipt, earlier, timeline, announcement, offer, asked, nominated);
    }

    Life announced(Announcement told, Offer made) {
        return new Life(state, reviewed, receipt, earlier, timeline, told, made, null, nominated)
                .in(told.outcome().announced(), told.at(), Role.COORDINATOR, told.reason());
    }

    /** @param elsewhere places of other calls that are given up for this one, or the one that this is given up for */
    Life answered(OfferAnswer answer, List<Elsewhere> elsewhere, Instant now) {
        ApplicationState next = answer == OfferAnswer.ACCEPTED ? ApplicationState.ACCEPTED : ApplicationState.DECLINED;
        return new Life(
                        state,
                        reviewed,
                        receipt,
                        earlier,
                        timeline,
                        announcement,
                        offer.answered(answer, now),
                        null,
                        nominated)
                .in(new Step(next, now, Role.STUDENT, null, elsewhere));
    }

    /** @param by null for what the clock does */
    Life in(ApplicationState next, Instant now, Role by, String reason) {
        return in(new Step(next, now, by, reason));
    }

    private Life in(Step step) {
        ApplicationState next = step.state();
        return new Life(
                next,
                reviewed || next == ApplicationState.UNDER_REVIEW,
                receipt,
                earlier,
                joined(timeline, step),
                announcement,
                offer,
                next == RETURNED ? asked : null,
                nominated,
                completedOn);
    }

    /** Done to its end, as a coordinator says. */
    Life completed(LocalDate endedOn, Instant now) {
        return new Life(state, reviewed, receipt, earlier, timeline, announcement, offer, asked, nominated, endedOn)
                .in(ApplicationState.COMPLETED, now, Role.COORDINATOR, null);
    }

    /** When it came into a state; the last time, where more than once. */
    public Optional<Instant> at(ApplicationState reached) {
        return timeline.reversed().stream()
                .filter(step -> step.state() == reached)
                .map(Step::at)
                .findFirst();
    }

    /** The same steps, without what anybody said of them, and without what leads to entries of the public log. */
    Life withoutWords() {
        List<Step> steps = timeline.stream().map(Step::withoutWords).toList();
        return new Life(
                state,
                reviewed,
                receipt == null ? null : receipt.withoutSignature(),
                earlier.stream().map(Receipt::withoutSignature).toList(),
                steps,
                announcement == null ? null : announcement.withoutWords(),
                offer,
                null,
                nominated,
                completedOn);
    }

    /**
     * The same steps for readers who are not to know whose they are: without what leads to entries of the public log,
     * and without digests, which are the same wherever the same was handed in.
     */
    Life unnamed() {
        return new Life(
                state,
                reviewed,
                receipt == null ? null : receipt.unnamed(),
                earlier.stream().map(Receipt::unnamed).toList(),
                timeline,
                announcement == null ? null : announcement.withoutEntry(),
                offer,
                asked,
                nominated,
                completedOn);
    }

    /** How far it has come since it was last begun, whatever became of it then. */
    ApplicationState reached() {
        if (ACCEPTED.contains(state)) {
            return ApplicationState.ACCEPTED;
        } else if (offer != null) {
            return ApplicationState.OFFERED;
        }
        return receipt == null ? DRAFT : SUBMITTED;
    }

    /** When it came into its state. */
    Instant since() {
        return timeline.getLast().at();
    }

    /** Of all that was ever handed in. */
    public Stream<Receipt> receipts() {
        return Stream.concat(earlier.stream(), Stream.ofNullable(receipt));
    }

    private List<Receipt> past() {
        return receipt == null ? earlier : joined(earlier, receipt);
    }

    private static <T> List<T> joined(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
