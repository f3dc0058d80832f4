package org.yol.applications.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yol.contracts.ApplicationState;

/** An application being changed: named steps instead of a constructor with twenty arguments at each of them. */
final class Edit {

    private final Application before;
    private Answers answers;
    private List<String> choices;
    private List<String> hosts;
    private List<AttachedDocument> documents;
    private Receipt receipt;
    private List<Review> reviews;
    private Decision decision;
    private Decision announced;
    private Offer offer;

    Edit(Application before) {
        this.before = before;
        this.answers = before.answers();
        this.choices = before.choices();
        this.hosts = before.hosts();
        this.documents = before.documents();
        this.receipt = before.receipt();
        this.reviews = before.reviews();
        this.decision = before.decision();
        this.announced = before.announced();
        this.offer = before.offer();
    }

    Edit with(Answers written, List<String> ranked, List<String> rankedHosts) {
        answers = written;
        choices = ranked;
        hosts = rankedHosts;
        return this;
    }

    Edit with(List<AttachedDocument> attached) {
        documents = attached;
        return this;
    }

    Edit with(Receipt given) {
        receipt = given;
        return this;
    }

    Edit withReviews(List<Review> recorded) {
        reviews = recorded;
        return this;
    }

    Edit with(Decision decided) {
        decision = decided;
        return this;
    }

    Edit announcing(Decision told) {
        decision = told;
        announced = told;
        return this;
    }

    Edit with(Offer made) {
        offer = made;
        return this;
    }

    /** Done, in the same state. */
    Application at(Instant now) {
        return build(before.state(), before.timeline(), now);
    }

    /** Done, with a step in the timeline. */
    Application in(ApplicationState state, Instant now, Actor actor, String reason, boolean internal) {
        List<TimelineEntry> timeline = new ArrayList<>(before.timeline());
        timeline.add(new TimelineEntry(state, now, actor.role(), actor.id(), reason, internal));
        return build(state, timeline, now);
    }

    private Application build(ApplicationState state, List<TimelineEntry> timeline, Instant now) {
        BigDecimal score = Application.scores(reviews).values().stream()
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return new Application(
                before.id(),
                before.version(),
                before.callId(),
                before.programmeId(),
                before.provider(),
                before.programmeTitle(),
                before.student(),
                state,
                Application.publicState(timeline),
                answers,
                choices,
                hosts,
                documents,
                receipt,
                timeline,
                reviews,
                score,
                decision,
                announced,
                offer,
                before.createdAt(),
                now);
    }
}
