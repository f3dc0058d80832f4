package org.yol.applications.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.applications.call.CallFixtures.HIROSHIMA;
import static org.yol.applications.call.CallFixtures.TSUKUBA;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.application.Outcome;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.decision.Allotting.Allotted;
import org.yol.applications.place.Places;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Cap;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;

/** Tsukuba has five seats and Hiroshima two, of which Tsukuba gives three and both together four. */
class AllottingIT extends AtAnOpenCall {

    private static final Cap INNER = new Cap("tsukuba", List.of(TSUKUBA), 3);
    private static final Cap OUTER = new Cap("call", List.of(TSUKUBA, HIROSHIMA), 4);

    @Autowired
    private Allotting allotting;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Applications applications;

    @Autowired
    private Places places;

    private final Map<String, Account> students = new LinkedHashMap<>();

    @Test
    void nestedCapsAreKeptHoweverFarSomebodyCameWhoDiedInAPortion() throws Exception {
        Call whole = capped(INNER, OUTER);
        api.callIsPublished(CallFixtures.with(CallFixtures.publishedNow(call, 5), whole.selection()), 2);

        // Dies with seats of the places and of no cap.
        portion(capped(), whole, TSUKUBA, TSUKUBA, HIROSHIMA);
        assertThat(offered()).hasSize(3);
        // Dies with seats of the inner cap, too, which has one left.
        portion(capped(INNER), whole, TSUKUBA, TSUKUBA, HIROSHIMA);
        assertThat(offered()).hasSize(4);
        // There is nothing to die with: all seats are given.
        portion(whole, whole, TSUKUBA, HIROSHIMA);
        assertThat(offered()).hasSize(4);

        String declines = offered().entrySet().stream()
                .filter(each -> each.getValue().equals(TSUKUBA))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Answer offer = api.as(students.get(declines)).get("/api/applications/" + declines);
        api.as(students.get(declines)).post(path(offer) + "/offer/answer", offer.eTag(), "{\"answer\":\"declined\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> places.free(whole, TSUKUBA) == 1);
        // Dies with seats of all of them.
        portion(whole, whole, HIROSHIMA, TSUKUBA);
        assertThat(offered()).hasSize(4);
    }

    @Test
    void whoeverAcceptsWhileABetterPlaceIsToBeOfferedKeepsTheirOwn() {
        Allotted lesser = allotted(HIROSHIMA);
        String id = lesser.application().id();
        allotting.all(capped(), List.of(lesser));
        Application offered = applications.find(id).orElseThrow();
        api.as(students.get(id))
                .post(
                        "/api/applications/" + id + "/offer/answer",
                        "\"%d\"".formatted(offered.version()),
                        "{\"answer\":\"accepted\"}");

        boolean stands = decisions.allot(
                offered, allotment(TSUKUBA), RequestIdentity.ofCause("vacancy", "selection-1", id, TSUKUBA));

        assertThat(stands).isFalse();
        assertThat(applications.find(id).orElseThrow().state()).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(held(HIROSHIMA)).containsExactly(id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> decisions.find(id).orElseThrow().seating().isOver());
        assertThat(held(HIROSHIMA)).containsExactly(id);
        assertThat(held(TSUKUBA)).isEmpty();
    }

    /**
     * Some are allotted a place each by a process that dies once they have seats, and then by two at once that take it
     * over.
     *
     * @param asFar the caps whose seats it came to take
     */
    private void portion(Call asFar, Call whole, String... wanted) throws Exception {
        List<Allotted> some = Stream.of(wanted).map(this::allotted).toList();
        List<String> ids = some.stream().map(each -> each.application().id()).toList();
        if (places.free(whole, TSUKUBA) + places.free(whole, HIROSHIMA) > 0) {
            assertThatExceptionOfType(Died.class)
                    .isThrownBy(
                            () -> new Allotting(decisions, applications, places, new DiesSeated(ids)).all(asFar, some));
            assertThat(offered()).doesNotContainKeys(ids.toArray(String[]::new));
        }

        AtOnce.of(2, _ -> {
            allotting.all(whole, some);
            return null;
        });

        assertThat(held("cap:" + INNER.id())).hasSizeLessThanOrEqualTo(INNER.seats());
        assertThat(held("cap:" + OUTER.id())).hasSizeLessThanOrEqualTo(OUTER.seats());
        assertThat(held(TSUKUBA))
                .as("whoever has a seat counts for its caps, and was told of it")
                .containsExactlyInAnyOrderElementsOf(held("cap:" + INNER.id()))
                .containsExactlyInAnyOrderElementsOf(offeredAt(TSUKUBA));
        assertThat(held(HIROSHIMA)).containsExactlyInAnyOrderElementsOf(offeredAt(HIROSHIMA));
        assertThat(held("cap:" + OUTER.id()))
                .containsExactlyInAnyOrderElementsOf(offered().keySet());
    }

    private Allotted allotted(String place) {
        Account student = Account.student(call + "-" + students.size(), "Student", "KZ");
        Answer complete = api.complete(student, call);
        Answer ranked = api.as(student).put(path(complete), complete.eTag(), """
                {"answers": {"motivation": "Water.", "studyPlan": "Ile."},
                 "choices": ["place-tsukuba", "place-hiroshima"]}""");
        Answer submitted = api.as(student).post(path(ranked) + "/submission", ranked.eTag(), api.withDossier(student));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        String id = submitted.at("/id");
        students.put(id, student);
        return new Allotted(
                applications.find(id).orElseThrow(), allotment(place), RequestIdentity.ofCause("selection", call, id));
    }

    private static Allotment allotment(String place) {
        Instant now = Instant.now();
        return new Allotment(Outcome.SELECTED, place, "selection-1", "sato", now, now.plus(Duration.ofDays(9)));
    }

    private Call capped(Cap... caps) {
        return CallFixtures.nowWith(call, 5, new SelectionTerms(null, List.of(caps), null, null));
    }

    private Collection<String> held(String some) {
        return places.held(call, some);
    }

    private List<String> offeredAt(String place) {
        return offered().entrySet().stream()
                .filter(each -> each.getValue().equals(place))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The places that are offered, by application. */
    private Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        for (Application application : applications.find(students.keySet()).values()) {
            if (application.state() == ApplicationState.OFFERED) {
                offered.put(application.id(), application.offer().placeId());
            }
        }
        return offered;
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Ends whoever looks at it once one of these has a seat. */
    private final class DiesSeated extends Clock {

        private final List<String> ids;

        private DiesSeated(List<String> ids) {
            this.ids = ids;
        }

        @Override
        public Instant instant() {
            if (Stream.of(TSUKUBA, HIROSHIMA)
                    .flatMap(place -> held(place).stream())
                    .anyMatch(ids::contains)) {
                throw new Died();
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
