package org.yol.applications.lottery;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Entrant;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallHeard;
import org.yol.applications.call.Calls;
import org.yol.applications.log.BeforeSubmissions;
import org.yol.applications.log.LogReading;
import org.yol.applications.log.Statement;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Results;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/**
 * The lotteries of all calls, and the steps by which they come to their seeds. Each step is one write and may be done
 * again; what comes later waits until the signed log says what comes before.
 */
@Component
public class Lotteries implements BeforeSubmissions {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Of a large call all applications are read in one step. */
    private static final WorkPlan PLAN = new WorkPlan(
            Lottery.DRAWING,
            Duration.ofMinutes(2),
            2,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Integer.MAX_VALUE,
            Duration.ofSeconds(1));

    private final AggregateCollection<Lottery> lotteries;
    private final FinalDocuments<LotterySeed> seeds;
    private final FinalDocuments<Entrants> entrants;
    private final Applications applications;
    private final Calls calls;
    private final LogReading log;
    private final LotteryProperties properties;
    private final Clock clock;

    Lotteries(
            AggregateCollections collections,
            Applications applications,
            Calls calls,
            LogReading log,
            LotteryProperties properties,
            Clock clock) {
        this.lotteries = collections.open("lotteries", Lottery.class, List.of());
        this.seeds = collections.openFinal("lottery-seeds", LotterySeed.class, List.of());
        this.entrants = collections.openFinal("lottery-entrants", Entrants.class, List.of());
        this.applications = applications;
        this.calls = calls;
        this.log = log;
        this.properties = properties;
        this.clock = clock;
        lotteries.work(PLAN, this::step);
    }

    /**
     * What a selection is drawn with.
     *
     * @param seed 32 bytes in lower-case hex
     * @param parts of which it is, the operator's first; those that are not open were left out
     */
    public record Drawn(String seed, List<Lottery.Part> parts) {}

    /** The seed of a call's lottery, once it is drawn. */
    public Optional<Drawn> drawn(String callId) {
        return find(callId).filter(Lottery::isDrawn).map(lottery -> new Drawn(lottery.seed(), lottery.parts()));
    }

    /**
     * Who takes part, in the order of their numbers; empty before the call has closed.
     *
     * @throws IllegalStateException when the list in the store is not the one that the log has the digest of
     */
    public List<Entrants.Entrant> entrants(String callId) {
        return find(callId)
                .map(Lottery::entrants)
                .map(frozen -> entrants(callId, frozen))
                .orElseGet(List::of);
    }

    private List<Entrants.Entrant> entrants(String callId, Lottery.Frozen frozen) {
        List<Entrants.Entrant> all = Entrants.ids(callId, frozen.digest(), frozen.number()).stream()
                .flatMap(id -> entrants.find(id).stream())
                .flatMap(part -> part.some().stream())
                .toList();
        if (all.size() != frozen.number() || !Entrants.digest(all).equals(frozen.digest())) {
            throw new IllegalStateException(
                    "The entrants of the lottery of call " + callId + " in the store are not those that were entered.");
        }
        return all;
    }

    /** The numbers of those who take part, as their digest is of them; empty before the signed log has that. */
    Optional<String> published(String callId) {
        return find(callId)
                .filter(lottery -> order(lottery).isEntered())
                .map(lottery -> Entrants.text(entrants(callId, lottery.entrants())));
    }

    /**
     * What breaks the order that a selection relies on, or is still to come, see {@link LotteryOrder}; empty when all
     * is well.
     */
    public List<String> problems(String callId) {
        return find(callId)
                .map(this::order)
                .map(LotteryOrder::problems)
                .orElseGet(() -> List.of(LotteryOrder.NOT_DRAWN));
    }

    /** Whether nothing is in the way but that the log is not signed yet with what was opened a moment ago. */
    public boolean isBeingEntered(String callId) {
        return find(callId)
                .filter(lottery -> order(lottery).isBeingEntered(clock.instant()))
                .isPresent();
    }

    LotteryOrder order(Lottery lottery) {
        return LotteryOrder.of(lottery, log);
    }

    /** Those of all calls. */
    List<Lottery> all() {
        return lotteries.list(Filters.empty());
    }

    Optional<Lottery> find(String callId) {
        return lotteries.find(callId);
    }

    /** An authority binds itself or opens its part; the lottery is begun where it is not. */
    Lottery change(String callId, Function<Lottery, Change<Lottery>> operation) {
        begin(callId);
        return lotteries.change(callId, operation);
    }

    @Override
    public List<Statement> to(String callId) {
        Lottery sealed = change(callId, lottery -> lottery.sealed(clock.instant()));
        return sealed.parts().stream()
                .map(part -> Statement.of(sealed.committed(part)))
                .toList();
    }

    /** Calls are published, their deadlines are moved for everybody or for some, and brought forward. */
    @EventListener
    void on(CallHeard heard) {
        calls.find(heard.callId()).ifPresent(call -> change(call.id(), lottery -> lottery.planned(call)));
    }

    /** The secret is kept first, so that whatever is committed to can be opened. */
    private void begin(String callId) {
        if (find(callId).isPresent()) {
            return;
        }
        seeds.keep(LotterySeed.of(callId));
        String commitment = seed(callId).commitment();
        try {
            lotteries.insert(
                    Lottery.begun(callId, commitment, clock.instant()), RequestIdentity.ofCause("lottery", callId));
        } catch (AlreadyExists _) {
            // Somebody else was first, with the same secret.
        }
    }

    private LotterySeed seed(String callId) {
        return seeds.find(callId)
                .orElseThrow(() -> new IllegalStateException(
                        "The operator's part of the lottery of call " + callId + " is missing in the store."));
    }

    private Outcome step(Lottery lottery, Claim claim) {
        if (lottery.entrants() == null) {
            return close(lottery, claim);
        }
        if (lottery.openBy() == null) {
            return openOwn(lottery, claim);
        }
        Instant now = clock.instant();
        if (now.isBefore(lottery.openBy())) {
            return Outcome.again(lottery.openBy());
        }
        lotteries.change(claim, current -> current.draw(now));
        return Outcome.WRITTEN;
    }

    /** Deadlines may have been moved since it was planned. */
    private Outcome close(Lottery lottery, Claim claim) {
        Optional<Call> call = calls.find(lottery.id());
        Instant now = clock.instant();
        if (call.isEmpty()) {
            return Outcome.again(now.plus(PAUSE));
        }
        Instant closing = Lottery.closing(call.get());
        if (now.isBefore(closing)) {
            return Outcome.again(closing);
        }
        Lottery.Frozen frozen = freeze(lottery.id(), now);
        lotteries.change(claim, current -> current.enter(frozen));
        return Outcome.WRITTEN;
    }

    /** Writes down who takes part; nobody looks at it before the lottery names it. */
    Lottery.Frozen freeze(String callId, Instant now) {
        List<Entrants.Entrant> all = new ArrayList<>();
        int withoutSalt = 0;
        try (Results<Entrant> found = applications.entrants(callId)) {
            while (found.hasNext()) {
                Entrant entrant = found.next();
                String number = entrant.takesPart() ? entrant.number() : null;
                if (number != null) {
                    all.add(new Entrants.Entrant(number, entrant.id()));
                } else if (entrant.takesPart()) {
                    withoutSalt++;
                }
            }
        }
        List<Entrants.Entrant> inOrder = Entrants.inOrder(all);
        entrants.keepEach(Entrants.of(callId, inOrder));
        return new Lottery.Frozen(inOrder.size(), withoutSalt, Entrants.digest(inOrder), now);
    }

    /** Not before it stands in the signed log for whom it is drawn. */
    private Outcome openOwn(Lottery lottery, Claim claim) {
        Instant now = clock.instant();
        if (!order(lottery).isEntered()) {
            return Outcome.again(now.plus(PAUSE));
        }
        String part = seed(lottery.id()).secret();
        lotteries.change(claim, current -> current.openOwn(part, now, now.plus(properties.openWithin())));
        return Outcome.WRITTEN;
    }
}
