package org.yol.applications.offer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.application.Applications;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.offer.Acceptance.Wanted;
import org.yol.contracts.SelectionTerms.Exclusion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;

/** A student who is offered places by two calls, one of which excludes the other's. */
class OfferIT extends AtAnOpenCall {

    private static final int MANY = 64;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ACCEPT = "{\"answer\": \"accepted\"}";

    private final String exclusive = call + "-exclusive";
    private final Account student = Account.student("student-" + UUID.randomUUID(), "Somebody", "KZ");

    private Answer twoOffers(Exclusion excludes) {
        api.callIsPublished(
                CallFixtures.excluding(CallFixtures.publishedNow(exclusive), "mext-research-students", excludes), 1);
        return api.offered(student, call);
    }

    private Answer accept(Answer offered, Answer... givesUp) {
        List<String> ids = List.of(givesUp).stream()
                .map(each -> "\"" + each.at("/id") + "\"")
                .toList();
        return answer(offered, "{\"answer\": \"accepted\", \"givesUp\": " + ids + "}");
    }

    private Answer answer(Answer offered, String body) {
        return api.as(student).post(path(offered) + "/offer/answer", offered.eTag(), body);
    }

    private String state(Answer application) {
        return api.as(student).get(path(application)).at("/state");
    }

    @Test
    void offerThatAnEarlierReleaseMadeIsRemindedOfAfterTheNextStart(
            @Autowired MongoDatabase database, @Autowired Applications applications) {
        Answer offered = api.offered(student, call);
        var stored = database.getCollection("applications");
        var whole = eq("_id", offered.at("/id"));
        var scheduled = and(whole, exists("due.offer-reminder.due"));
        assertThat(stored.countDocuments(scheduled)).isEqualTo(1);
        stored.updateOne(whole, unset("due.offer-reminder"));
        assertThat(stored.countDocuments(scheduled)).isZero();

        applications.remindOfEarlierOffers(Instant.now());

        assertThat(stored.countDocuments(scheduled)).isEqualTo(1);
    }

    @Test
    void keepsBothWhereNeitherCallExcludesTheOther() {
        Answer first = twoOffers(new Exclusion(false, List.of("another-programme")));
        Answer second = api.offered(student, exclusive);
        Answer others = api.as(student).get(path(first) + "/offer/others");
        assertThat(others.at("/places/0/applicationId")).isEqualTo(second.at("/id"));
        assertThat(others.at("/places/0/excluded")).isEqualTo("false");

        assertThat(answer(first, ACCEPT).status()).isEqualTo(200);
        assertThat(answer(second, ACCEPT).status()).isEqualTo(200);

        assertThat(state(first)).isEqualTo("accepted");
        assertThat(state(second)).isEqualTo("accepted");
    }

    @Test
    void asksWhichToKeepWhicheverOfTheTwoCallsExcludesTheOther() {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer second = api.offered(student, exclusive);

        for (Answer offered : List.of(first, second)) {
            Answer other = offered == first ? second : first;
            Answer asked = answer(offered, ACCEPT);

            assertThat(asked.status()).isEqualTo(409);
            assertThat(asked.at("/type")).isEqualTo("urn:yol:problem:place-held-elsewhere");
            assertThat(asked.at("/others/0/applicationId")).isEqualTo(other.at("/id"));
            assertThat(asked.at("/others/0/state")).isEqualTo("offered");
            assertThat(asked.at("/others/0/placeName")).isEqualTo("University of Tsukuba");
        }
        assertThat(state(first)).isEqualTo("offered");
        assertThat(state(second)).isEqualTo("offered");
    }

    @Test
    void anAcceptedPlaceIsGivenUpForAnotherAndTheNextOneIsOfferedIt() {
        Answer first = twoOffers(new Exclusion(false, List.of("programme-1")));
        assertThat(answer(first, ACCEPT).status()).isEqualTo(200);
        Answer second = api.offered(student, exclusive);

        Answer accepted = accept(second, first);

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.at("/state")).isEqualTo("accepted");
        assertThat(accepted.at("/timeline/4/elsewhere/0/applicationId")).isEqualTo(first.at("/id"));
        Answer givenUp = api.as(student).get(path(first));
        assertThat(givenUp.at("/state")).isEqualTo("declined");
        assertThat(givenUp.at("/timeline/5/elsewhere/0/applicationId")).isEqualTo(second.at("/id"));
        Answer read = api.as(SATO).get(path(first));
        assertThat(read.at("/timeline/5/exchange")).isEqualTo("true");
        assertThat(read.at("/timeline/5/elsewhere")).isEmpty();
        events.await(message -> first.at("/id").equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.application.place-given-up.v1"));
        Answer next = api.submitted(NURLAN, call);
        Awaitility.await().atMost(SOON).until(() -> {
            Answer known = api.as(SATO).get(path(next) + "/decision");
            return api.decide(next, known.eTag(), "selected").status() == 200;
        });
    }

    @Test
    void theSameAnswerAgainIsAnsweredAsTheFirstAndAnotherIsRefused() {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer second = api.offered(student, exclusive);
        Answer accepted = accept(first, second);

        Answer again = accept(first, second);
        Answer otherWindow = answer(first, "{\"answer\": \"declined\"}");
        Answer declinedAgain = answer(second, "{\"answer\": \"declined\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(accepted.body());
        assertThat(otherWindow.at("/type")).isEqualTo("urn:yol:problem:state-conflict");
        assertThat(declinedAgain.status()).isEqualTo(200);
        assertThat(declinedAgain.at("/state")).isEqualTo("declined");
    }

    @Test
    void whoAnswersTooLateReadsThatAlsoFromAPageThatIsOld() {
        Answer decided = api.decided(student, call);
        Answer started = api.start(student, call);
        Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        api.publish(started, decided.eTag(), "{\"answerBy\":\"" + soon + "\"}");
        Answer offered = api.as(student).get(path(started));
        Awaitility.await()
                .atMost(SOON.multipliedBy(2))
                .until(() -> state(started).equals("expired"));

        for (String answer : List.of("accepted", "declined")) {
            Answer late = answer(offered, "{\"answer\": \"" + answer + "\"}");

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.at("/type")).isEqualTo("urn:yol:problem:offer-expired");
        }
    }

    @Test
    void onlyOtherPlacesOfTheStudentAreGivenUp() {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer foreign = api.submitted(NURLAN, call);

        assertThat(accept(first, foreign).at("/errors/0/pointer")).isEqualTo("/givesUp/0");
        assertThat(accept(first, first).status()).isEqualTo(422);
        assertThat(answer(first, "{\"answer\": \"unknown\"}").status()).isEqualTo(422);
        assertThat(state(first)).isEqualTo("offered");
    }

    @Test
    void aPlaceThatIsTakenUpIsNotGivenUp() {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer accepted = answer(first, ACCEPT);
        assertThat(api.as(SATO)
                        .post(path(first) + "/award", accepted.eTag(), "{}")
                        .status())
                .isEqualTo(200);
        Answer second = api.offered(student, exclusive);

        assertThat(answer(second, ACCEPT).at("/type")).isEqualTo("urn:yol:problem:place-taken-up");
        assertThat(accept(second, first).at("/type")).isEqualTo("urn:yol:problem:place-taken-up");
        assertThat(state(first)).isEqualTo("awarded");
    }

    @Test
    void whoPressesManyTimesInManyWindowsKeepsExactlyOneOfTwo() throws Exception {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer second = api.offered(student, exclusive);

        List<Answer> answers =
                AtOnce.of(MANY, number -> number % 2 == 0 ? accept(first, second) : accept(second, first));

        boolean firstKept = state(first).equals("accepted");
        assertThat(List.of(state(first), state(second))).containsExactlyInAnyOrder("accepted", "declined");
        for (int number = 0; number < MANY; number++) {
            boolean chosen = number % 2 == 0 == firstKept;
            assertThat(answers.get(number).status())
                    .as(answers.get(number).text())
                    .isEqualTo(chosen ? 200 : 409);
        }
        Answer kept = api.as(student).get(path(firstKept ? first : second));
        assertThat(kept.body().at("/timeline")).hasSize(5);
    }

    @Test
    void whatACrashLeavesIsDoneByTheSweep(@Autowired Acceptances acceptances, @Autowired Applications applications) {
        Answer first = twoOffers(new Exclusion(true, null));
        Answer second = api.offered(student, exclusive);

        // As far as the write that says what is wanted, and no further.
        Acceptance wanted = acceptances.begin(
                student.id(),
                () -> applications.find(second.at("/id")).orElseThrow(),
                application -> new Wanted(
                        application.id(),
                        application.version(),
                        List.of(first.at("/id")),
                        RequestIdentity.ofCause("test", application.id()),
                        Instant.now()));

        assertThat(wanted.isFree()).isFalse();
        assertThat(state(second)).isEqualTo("offered");
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(state(second)).isEqualTo("accepted");
            assertThat(state(first)).isEqualTo("declined");
        });
    }
}
