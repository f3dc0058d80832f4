package org.yol.notifications.message;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.contracts.SelectionEvent;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.call.Call;
import org.yol.notifications.call.Calls;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.event.ReceivedEvent;

/** What the coordinators of a call are told of it: each of them who has ever been here. */
@Component
class CoordinatorNews {

    private final AggregateCollection<OfferTally> tallies;
    private final FinalDocuments<HeardAnswer> answers;
    private final Messages messages;
    private final Recipients recipients;
    private final Calls calls;
    private final NotificationsProperties properties;
    private final Clock clock;

    CoordinatorNews(
            AggregateCollections collections,
            Messages messages,
            Recipients recipients,
            Calls calls,
            NotificationsProperties properties,
            Clock clock) {
        this.tallies = collections.open("offer-tallies", OfferTally.class, List.of());
        this.answers = collections.openFinal(
                "heard-answers", HeardAnswer.class, List.of(new IndexModel(ascending("callId", "answer"))));
        this.messages = messages;
        this.recipients = recipients;
        this.calls = calls;
        this.properties = properties;
        this.clock = clock;
        tallies.work(WorkPlan.of(OfferTally.TOGETHER), this::tell);
    }

    /** A selection can be published, or is. */
    void hear(SelectionEvent event, long seq, Instant at) {
        Template template = switch (event) {
            case SelectionEvent.Fixed _ -> Template.SELECTION_READY;
            case SelectionEvent.Published _ -> Template.SELECTION_PUBLISHED;
        };
        tell(event.callId(), "selections/" + event.selectionId(), seq, template, null, at);
    }

    /** An offer was answered, or was not in time. It is kept first, so that whoever counts finds what they know of. */
    void hear(String callId, OfferAnswers.Kind answer, ReceivedEvent event) {
        String id = MessageId.of(event.aggregateId(), event.seq(), callId, Template.OFFERS_ANSWERED);
        answers.keep(new HeardAnswer(id, callId, answer));
        tallies.begin(OfferTally.none(callId), RequestIdentity.ofCause("tally", callId));
        Instant tellAt = clock.instant().plus(properties.answersTogether());
        tallies.change(callId, tally -> tally.heard(tellAt));
    }

    private Outcome tell(OfferTally tally, Claim claim) {
        OfferAnswers all = OfferAnswers.of(answers.summaries().counts("answer", eq("callId", tally.id())));
        Optional<OfferTally> telling = tallies.change(claim, current -> current.tell(all, tally.heard()));
        telling.ifPresent(now -> {
            // What came a second time is no news.
            if (!now.telling().equals(OfferAnswers.NONE)) {
                String subject = "offers/" + now.id();
                tell(now.id(), subject, now.round(), Template.OFFERS_ANSWERED, now.telling(), clock.instant());
            }
            tallies.change(claim, current -> current.told(clock.instant().plus(properties.answersTogether())));
        });
        return Outcome.WRITTEN;
    }

    private void tell(String callId, String subject, long seq, Template template, OfferAnswers answers, Instant at) {
        Call call = calls.recent(List.of(callId)).get(callId);
        if (call == null || call.provider() == null) {
            return;
        }
        recipients
                .coordinators(call.provider())
                .forEach(coordinator -> messages.store(new Message(
                        MessageId.of(subject, seq, coordinator.id(), template),
                        0,
                        coordinator.id(),
                        template,
                        new Particulars(call.title(), null, null, at)
                                .ofCall(callId)
                                .of(answers),
                        answers == null ? "/manage/selections/" + callId : "/manage/calls/" + callId + "/applications",
                        at,
                        false,
                        Delivery.PENDING)));
    }
}
