package org.yol.applications.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.pace.SomeAtOnce;
import org.yol.applications.place.Places;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.CausedChange;
import org.yol.platform.document.Change;
import org.yol.platform.document.RequestIdentity;

/**
 * Tells many what a selection gives them: the steps of {@link Decisions#allot}, with the same causes, each step for all
 * of them in a few commands. What a crash leaves is found by the sweeps of these steps, and whoever is not as usual,
 * since something was decided before or happens meanwhile, is told by {@link Decisions#allot} alone.
 */
@Component
public class Allotting {

    private final Decisions decisions;
    private final Applications applications;
    private final Places places;
    private final Clock clock;

    Allotting(Decisions decisions, Applications applications, Places places, Clock clock) {
        this.decisions = decisions;
        this.applications = applications;
        this.places = places;
        this.clock = clock;
    }

    /**
     * What one of them is given.
     *
     * @param cause the selection's word on this application
     */
    public record Allotted(Application application, Allotment allotment, RequestIdentity cause) {

        private String id() {
            return application.id();
        }

        private boolean hasGone() {
            return application.state() == ApplicationState.WITHDRAWN || application.state() == ApplicationState.DRAFT;
        }

        private Decision none() {
            return Deciding.none(application);
        }

        private Basis basis() {
            return new Basis(application.receiptId(), application.version());
        }
    }

    /** Decides on some applications of a call, each once, and tells their students. May come again, also after half. */
    public void all(Call call, Collection<Allotted> some) {
        Map<String, Decision> known =
                decisions.find(some.stream().map(Allotted::id).toList());
        List<Allotted> usual = some.stream()
                .filter(each -> each.application().isDecidable())
                .filter(each ->
                        !known.containsKey(each.id()) || known.get(each.id()).isBlank())
                .toList();
        Map<String, Decision> chosen = changeAll(usual, "choice", this::choose);
        Map<String, Decision> published = new HashMap<>(chosen);
        published.putAll(seat(call, usual, chosen));
        published.values().removeIf(decision -> decision.publication() == null);
        announce(usual, published);
        SomeAtOnce.each(
                some.stream()
                        .filter(each -> !published.containsKey(each.id()) && !each.hasGone())
                        .toList(),
                each -> decisions.allot(each.application(), each.allotment(), each.cause()));
    }

    private Map<String, Decision> changeAll(
            List<Allotted> some, String part, Function<Allotted, Function<Decision, Change<Decision>>> operation) {
        return decisions.changeAll(some.stream()
                .map(each -> new CausedChange<>(each.none(), each.cause().part(part), operation.apply(each)))
                .toList());
    }

    /** Whoever gets no seat needs no further step before they are told. */
    private Function<Decision, Change<Decision>> choose(Allotted each) {
        Instant now = clock.instant();
        return decision -> {
            Change<Decision> chosen = decision.allot(each.allotment(), each.basis(), now);
            boolean stands = chosen.state().seating().isOver()
                    && chosen.state().publication() == null
                    && chosen.state().says(each.allotment().choice());
            return stands ? chosen.state().publish(each.application().receiptId(), null, now) : chosen;
        };
    }

    private Map<String, Decision> seat(Call call, List<Allotted> usual, Map<String, Decision> chosen) {
        List<Allotted> wanting = usual.stream()
                .filter(each -> each.allotment().placeId() != null && chosen.containsKey(each.id()))
                .filter(each -> chosen.get(each.id()).seating().isWaitingOnlyFor(each.allotment()))
                .toList();
        // Read after it is written down that they want a seat: whoever withdraws later finds that.
        Map<String, Application> now =
                applications.find(wanting.stream().map(Allotted::id).toList());
        List<Allotted> seated = new ArrayList<>();
        wanting.stream()
                .filter(each -> now.containsKey(each.id()) && Decisions.mayBeSeated(now.get(each.id())))
                .collect(Collectors.groupingBy(each -> each.allotment().placeId()))
                .forEach((place, those) -> seated.addAll(seated(call, place, those, chosen)));
        return changeAll(seated, "publication", each -> {
            long version = chosen.get(each.id()).version();
            return decision ->
                    decision.version() == version ? decision.seated(clock.instant()) : Change.silent(decision);
        });
    }

    private List<Allotted> seated(Call call, String place, List<Allotted> those, Map<String, Decision> chosen) {
        SequencedMap<String, Long> asOf = new LinkedHashMap<>();
        those.forEach(each -> asOf.put(each.id(), chosen.get(each.id()).version()));
        Collection<String> have = places.takeAll(call, place, asOf);
        return those.stream().filter(each -> have.contains(each.id())).toList();
    }

    private void announce(List<Allotted> usual, Map<String, Decision> published) {
        Map<String, Application> told = applications.changeAll(usual.stream()
                .filter(each -> published.containsKey(each.id()))
                .map(each -> new CausedChange<>(
                        each.application(),
                        Decisions.causeOfAnnouncing(published.get(each.id())),
                        decisions.announcing(published.get(each.id()))))
                .toList());
        // Whoever was not told has withdrawn meanwhile, and is left to the steps.
        decisions.announced(published.values().stream()
                .filter(decision -> told.containsKey(decision.id())
                        && told.get(decision.id()).state()
                                == decision.choice().outcome().announced())
                .toList());
    }
}
