package org.yol.applications.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Summaries;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Refused;
import org.yol.platform.startup.Preparations;

/** The reviews. */
@Component
@Order(30)
public class Reviews implements PersonalData {

    private final PersonalCollection<Review> reviews;
    private final PersonalCollection.Work tally;
    private PersonalCollection.Work replacing;
    private final Applications applications;
    private final ScoreBoard scores;
    private final Clock clock;

    Reviews(
            PersonalDatabases databases,
            Applications applications,
            ScoreBoard scores,
            Preparations preparations,
            Clock clock) {
        this.reviews = databases.open(
                "reviews",
                Review.class,
                List.of(
                        new IndexModel(ascending("applicationId")),
                        new IndexModel(ascending("reviewer", "applicationId")),
                        new IndexModel(ascending("callId", "state", "_id")),
                        new IndexModel(ascending("reviewer", "state", "assignedAt", "_id")),
                        new IndexModel(ascending("reviewer", "callId", "state", "assignedAt", "_id"))));
        this.applications = applications;
        this.scores = scores;
        this.clock = clock;
        this.tally = reviews.work(WorkPlan.of(Review.TALLY), this::tally);
        preparations.add("calls and states of reviews", this::fillIn);
    }

    /** Reviews that were stored before they were assigned get what they are found by now. */
    private void fillIn() {
        reviews.list(eq("callId", null))
                .forEach(review -> applications
                        .find(review.applicationId())
                        .ifPresent(application -> change(
                                review.id(),
                                current -> Change.silent(
                                        current.ofCall(application.call().id())))));
    }

    /** Those asked for or made of what an application has handed in now; none of what was taken back. */
    public List<Review> of(Application application) {
        return all(application.id()).stream()
                .filter(review -> review.concerns(application.receiptId()))
                .toList();
    }

    /** All there ever were of some applications, of whatever they had handed in. */
    public List<Review> of(Collection<String> applicationIds) {
        return reviews.list(in("applicationId", applicationIds));
    }

    /** A reviewer's own, of any of these applications. */
    public List<Review> by(String reviewer, Collection<String> applicationIds) {
        return reviews.list(and(in("applicationId", applicationIds), eq("reviewer", reviewer)));
    }

    /** The review of that id. */
    public Optional<Review> find(String id) {
        return reviews.find(id);
    }

    /** The reviews in lists. */
    public Summaries<Review> summaries() {
        return reviews.summaries();
    }

    /** As much of them in lists as a record has components for. */
    public <S extends Record> Summaries<S> summaries(Class<S> type) {
        return reviews.summaries(type);
    }

    /**
     * Changes a review that is there.
     *
     * @throws Refused not-found for what is no id of a review
     */
    public Review change(String id, Function<Review, Change<Review>> operation) {
        return reviews.of(id).change(id, operation);
    }

    /** The same for somebody, who may ask again. */
    public Review change(String id, RequestIdentity request, Function<Review, Change<Review>> operation) {
        return reviews.of(id).change(id, request, operation);
    }

    /** Asks for a review, be it there already or not. */
    public Review assign(Review blank, Function<Review, Change<Review>> operation) {
        AggregateCollection<Review> own = reviews.of(blank.id());
        try {
            return own.insert(operation.apply(blank), RequestIdentity.ofCause("assignment", blank.id()));
        } catch (AlreadyExists _) {
            return own.change(blank.id(), operation);
        }
    }

    /** Asks somebody else where a reviewer cannot. */
    public void replacing(Task<Review> task) {
        replacing = reviews.work(WorkPlan.of(Review.REPLACING), task);
    }

    /** Does at once what is left to do about a review whose reviewer cannot make it. */
    public void replace(String id) {
        if (replacing != null) {
            replacing.performNow(id);
        }
    }

    /**
     * Records a review that nobody has recorded yet, or changes the reviewer's own.
     *
     * @param receiptId of what is reviewed: a review of what was taken back since counts as none, and so does one that
     *     is only asked for
     * @throws Refused stale-version
     */
    Review record(
            Review blank, String receiptId, ExpectedVersion expected, Function<Review, Change<Review>> operation) {
        AggregateCollection<Review> own = reviews.of(blank.id());
        ExpectedVersion first = own.find(blank.id())
                .filter(review -> expected.version() == 0 && !receiptId.equals(review.submission()))
                .map(review -> new ExpectedVersion(review.version()))
                .orElse(expected);
        // The same said twice is one review: a request that was repeated finds what its first sending made.
        Review wanted = operation.apply(blank).state();
        RequestIdentity request = RequestIdentity.ofCause(
                "review",
                blank.id(),
                receiptId,
                wanted.state().name(),
                wanted.scores().toString(),
                String.valueOf(wanted.comment()),
                String.valueOf(wanted.forStudent()),
                String.valueOf(wanted.conflict()));
        Review recorded = own.put(blank, first, request, wanted::isSameAs, operation);
        tally.performNow(recorded.id());
        return recorded;
    }

    private Outcome tally(Review review, Claim claim) {
        Application application = applications.change(
                review.applicationId(),
                RequestIdentity.ofCause("review", review.id(), review.submission()),
                reviewed -> isOf(reviewed, review) ? reviewed.reviewBegun(clock.instant()) : Change.silent(reviewed));
        if (isOf(application, review)) {
            scores.keep(Scores.of(
                    application.id(),
                    application.call().id(),
                    application.call().provider(),
                    review.submission(),
                    all(application.id())));
        }
        return Outcome.DONE;
    }

    /** Scores stay: by them it was decided. What was said in words goes, since it may name the person. */
    @Override
    public void erase(Person person) {
        person.applications().stream()
                .flatMap(applicationId -> all(applicationId).stream())
                .forEach(review -> reviews.of(review.id()).change(review.id(), Review::withoutWords));
    }

    private static boolean isOf(Application application, Review review) {
        return review.submission().equals(application.receiptId());
    }

    private List<Review> all(String applicationId) {
        return reviews.of(applicationId).list(eq("applicationId", applicationId));
    }
}
