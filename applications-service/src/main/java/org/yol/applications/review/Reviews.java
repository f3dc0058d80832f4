package org.yol.applications.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Refused;

/** The reviews. */
@Component
@Order(30)
public class Reviews implements PersonalData {

    private final PersonalCollection<Review> reviews;
    private final PersonalCollection.Work tally;
    private final Applications applications;
    private final ScoreBoard scores;
    private final Clock clock;

    Reviews(PersonalDatabases databases, Applications applications, ScoreBoard scores, Clock clock) {
        this.reviews = databases.open(
                "reviews",
                Review.class,
                List.of(
                        new IndexModel(ascending("applicationId")),
                        new IndexModel(ascending("reviewer", "applicationId"))));
        this.applications = applications;
        this.scores = scores;
        this.clock = clock;
        this.tally = reviews.work(WorkPlan.of(Review.TALLY), this::tally);
    }

    /** Those of what an application has handed in now; none of what was taken back. */
    public List<Review> of(Application application) {
        return all(application.id()).stream()
                .filter(review -> isOf(application, review))
                .toList();
    }

    /** A reviewer's own, of any of these applications. */
    public List<Review> by(String reviewer, Collection<String> applicationIds) {
        return reviews.list(and(in("applicationId", applicationIds), eq("reviewer", reviewer)));
    }

    /**
     * Records a review that nobody has recorded yet, or changes the reviewer's own.
     *
     * @param receiptId of what is reviewed: a review of what was taken back since counts as none
     * @throws Refused stale-version
     */
    Review record(
            Review blank, String receiptId, ExpectedVersion expected, Function<Review, Change<Review>> operation) {
        AggregateCollection<Review> own = reviews.of(blank.id());
        ExpectedVersion outdated = own.find(blank.id())
                .filter(review ->
                        expected.version() == 0 && !review.submission().equals(receiptId))
                .map(review -> new ExpectedVersion(review.version()))
                .orElse(expected);
        // The same said twice is one review: a request that was repeated finds what its first sending made.
        Change<Review> first = operation.apply(blank);
        RequestIdentity request = RequestIdentity.ofCause(
                "review",
                blank.id(),
                receiptId,
                first.state().scores().toString(),
                String.valueOf(first.state().comment()));
        Review recorded = own.put(blank, outdated, request, first.state()::isSameAs, operation);
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
