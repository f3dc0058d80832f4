package org.yol.applications.selection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.SelectionEvent;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * One working out of who gets which place of a call. It is made by due work, so that the process that began it may die;
 * what it made never changes. Public because the record codec can read no other.
 *
 * @param provider whose coordinators may see it before it is published
 * @param by account of the coordinator who asked for it
 * @param isTrial whether it was made under other terms or another lottery, and so is for comparison only
 * @param trial what it changes of the call's terms
 * @param progress how far it has come, for whoever waits
 * @param problems why it cannot be published; empty when it can, and while it is being made
 * @param files what it made; null before
 * @param figures of what it made; null before
 * @param publication when it is published, and how far that has come; null while nobody wants that
 */
public record SelectionRun(
        @BsonId String id,
        long version,
        String callId,
        String provider,
        String by,
        Instant at,
        boolean isTrial,
        SeatPlan.Trial trial,
        State state,
        Progress progress,
        List<Obstacle> problems,
        Files files,
        Figures figures,
        Publication publication)
        implements Aggregate {

    /** The due work of making it. */
    static final String MAKING = "making";

    /** The due work of looking at it once more, and announcing it. */
    static final String PUBLISHING = "publishing";

    /** The due work of telling everybody. */
    static final String INFORMING = "informing";

    static final Problem NOT_PUBLISHABLE = new Problem("selection-not-publishable", 409);

    static final Problem NOT_WITHHELD = new Problem("selection-not-withheld", 409);

    public SelectionRun {
        problems = problems == null ? List.of() : List.copyOf(problems);
    }

    /** How far a run has come. */
    public enum State {
        /** It is being made. */
        @JsonProperty("running")
        RUNNING,
        /** It is made, and something is in the way of publishing it. */
        @JsonProperty("obstructed")
        OBSTRUCTED,
        /** It was begun several times and never came to its end: it has to be asked for again. */
        @JsonProperty("failed")
        FAILED,
        /** It is made, and the checker has found nothing wrong. */
        @JsonProperty("checked")
        CHECKED,
        /** It is to be published. */
        @JsonProperty("publishing")
        PUBLISHING,
        /** Everybody has been told. */
        @JsonProperty("published")
        PUBLISHED;

        /** The word of it on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is being done.
     *
     * @param step gathering, allocating, checking or telling
     * @param done how many of them, 0 or more
     * @param of how many there are; 0 while nobody knows
     */
    public record Progress(String step, int done, int of) {

        static final Progress BEGUN = new Progress("gathering", 0, 0);
    }

    /**
     * Something that is in the way of publishing it.
     *
     * @param kind scores-missing, not-drawn, not-among-entrants, log-order, check-failed, changed, refused by the
     *     engine, given-up
     * @param number how many there are
     * @param examples the first of them: applications, places or sentences
     */
    public record Obstacle(String kind, int number, List<String> examples) {

        /** As many as somebody goes through. */
        static final int EXAMPLES = 500;

        static Obstacle of(String kind, List<String> all) {
            return new Obstacle(kind, all.size(), all.stream().limit(EXAMPLES).toList());
        }
    }

    /**
     * The two files that everybody can check.
     *
     * @param input SHA-256 of the bytes, lower-case hex
     * @param result likewise
     * @param at when they were made
     */
    public record Files(String input, int inputBytes, String result, int resultBytes, Instant at) {}

    /**
     * What people compare.
     *
     * @param byRank how many got the place that they ranked first, second and so on
     * @param steps how many proposals were made
     */
    public record Figures(
            int applicants,
            int choices,
            int seats,
            int held,
            List<Integer> byRank,
            int steps,
            List<PlaceFigures> places) {}

    /** Of a place. */
    public record PlaceFigures(String id, int seats, int held, int reserve, int ranked) {}

    /**
     * That everybody is to be told.
     *
     * @param at not before
     * @param answerBy until when offers stand
     * @param reserveAtMost how many of each place are told that they are on its reserve list, 0 or more
     * @param announcedAt since when everybody can check it, and everybody is being told; null before, and in a run that
     *     an earlier release began to publish
     * @param told how many have been told
     * @param doneAt when all were told; null before
     */
    public record Publication(
            String by, Instant at, Instant answerBy, int reserveAtMost, Instant announcedAt, int told, Instant doneAt) {

        static Publication wanted(String by, Instant at, Instant answerBy, int reserveAtMost) {
            return new Publication(by, at, answerBy, reserveAtMost, null, 0, null);
        }

        private Publication announced(Instant now) {
            return new Publication(by, at, answerBy, reserveAtMost, now, told, doneAt);
        }

        private Publication told(int number, Instant done) {
            return new Publication(by, at, answerBy, reserveAtMost, announcedAt, number, done);
        }
    }

    static Change<SelectionRun> begun(
            String id, String callId, String provider, String by, boolean isTrial, SeatPlan.Trial trial, Instant now) {
        SelectionRun run = new SelectionRun(
                id,
                0,
                callId,
                provider,
                by,
                now,
                isTrial,
                trial,
                State.RUNNING,
                Progress.BEGUN,
                List.of(),
                null,
                null,
                null);
        return Change.silent(run).due(MAKING, now);
    }

    /** Says how far it has come. */
    Change<SelectionRun> working(Progress now) {
        return Change.silent(with(state, now, problems, files, figures, publication));
    }

    /** It is made. What it is worked out from is bound in the public log, unless it is for comparison only. */
    Change<SelectionRun> made(Files made, Figures reckoned, List<Obstacle> found) {
        State next = found.isEmpty() ? State.CHECKED : State.OBSTRUCTED;
        SelectionRun done = with(next, null, found, made, reckoned, null);
        return (done.isPublishable() ? Change.telling(done, done.fixed()) : Change.silent(done)).settled(MAKING);
    }

    /** That what it was worked out from stands. */
    SelectionEvent.Fixed fixed() {
        return new SelectionEvent.Fixed(callId, id, files.input(), files.at());
    }

    /** It cannot be made as things are. */
    Change<SelectionRun> obstructed(List<Obstacle> found) {
        return Change.silent(with(State.OBSTRUCTED, null, found, files, figures, null))
                .settled(MAKING)
                .settled(PUBLISHING);
    }

    /** It came to nothing however often it was begun. Whatever has become of it in the meantime stays. */
    Change<SelectionRun> failed() {
        return state == State.RUNNING
                ? Change.silent(with(
                                State.FAILED, null, List.of(new Obstacle("given-up", 1, List.of())), null, null, null))
                        .settled(MAKING)
                : Change.silent(this);
    }

    /** Whether it decides something, and nothing is in the way. */
    boolean isPublishable() {
        return !isTrial && state == State.CHECKED;
    }

    /** Whether everybody may see it. */
    boolean isPublic() {
        return state == State.PUBLISHED || state == State.PUBLISHING && isAnnounced();
    }

    /** Whether it is looked at no more, and everybody is being told or has been. */
    boolean isAnnounced() {
        return publication != null && (publication.announcedAt() != null || publication.told() > 0);
    }

    /**
     * It is to be published.
     *
     * @throws Refused selection-not-publishable
     */
    Change<SelectionRun> publish(Publication wanted, Instant now) {
        if (!isPublishable()) {
            throw new Refused(NOT_PUBLISHABLE, state.toString());
        }
        Instant at = wanted.at().isAfter(now) ? wanted.at() : now;
        return Change.silent(with(State.PUBLISHING, null, problems, files, figures, wanted))
                .due(PUBLISHING, at);
    }

    /**
     * It is not published at the announced instant: it may be at another one, or not at all.
     *
     * @throws Refused selection-not-withheld once everybody is being told
     */
    Change<SelectionRun> withheld() {
        if (state == State.PUBLISHED || isAnnounced()) {
            throw new Refused(NOT_WITHHELD);
        }
        return state == State.PUBLISHING
                ? Change.silent(with(State.CHECKED, null, problems, files, figures, null))
                        .settled(PUBLISHING)
                : Change.silent(this);
    }

    /** The first is told next: from now on everybody can check it. */
    Change<SelectionRun> announced(int of, Instant now) {
        if (isAnnounced()) {
            return Change.silent(this).settled(PUBLISHING).due(INFORMING, now);
        }
        SelectionRun announced =
                with(state, new Progress("telling", 0, of), problems, files, figures, publication.announced(now));
        return Change.telling(announced, new SelectionEvent.Published(callId, id, files.input(), files.result(), now))
                .settled(PUBLISHING)
                .due(INFORMING, now);
    }

    /** So many have been told, of so many. */
    Change<SelectionRun> told(int number, int of, Instant now) {
        boolean all = number >= of;
        SelectionRun told = with(
                all ? State.PUBLISHED : state,
                all ? null : new Progress("telling", number, of),
                problems,
                files,
                figures,
                publication.told(number, all ? now : null));
        return all
                ? Change.silent(told).settled(INFORMING)
                : Change.silent(told).due(INFORMING, now);
    }

    private SelectionRun with(
            State next, Progress far, List<Obstacle> found, Files made, Figures reckoned, Publication wanted) {
        return new SelectionRun(
                id, version, callId, provider, by, at, isTrial, trial, next, far, found, made, reckoned, wanted);
    }
}
