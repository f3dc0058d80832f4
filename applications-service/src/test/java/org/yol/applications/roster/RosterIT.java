package org.yol.applications.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

class RosterIT extends AtAnOpenCall {

    private static final String TSUKUBA = "&place=place-tsukuba";

    @Test
    void tableIsOrderedBySubmissionByNameAndByTheScoreAtAPlace() {
        Account maral = Account.student("maral-" + call, "Maral", "KZ");
        // Begun first, and submitted last.
        api.complete(maral, call);
        Answer first = api.submitted(AIGERIM, call);
        Answer second = api.submitted(NURLAN, call);
        Answer draft = api.start(maral, call);
        Answer third = api.as(maral).post(path(draft) + "/submission", draft.eTag(), api.withDossier(maral));
        api.review(TANAKA, second, "\"0\"", 9, 9);
        api.review(TANAKA, first, "\"0\"", 5, 5);
        awaitRows(3);

        assertThat(listed("&sort=submitted")).isEqualTo(ids(third, second, first));
        assertThat(listed("&sort=earliest")).isEqualTo(ids(first, second, third));
        assertThat(listed("&sort=name" + TSUKUBA)).isEqualTo(ids(first, third, second));
        assertThat(listed("&sort=place-score" + TSUKUBA)).isEqualTo(ids(second, first, third));
        Answer page = list("&sort=place-score&limit=2" + TSUKUBA);
        assertThat(listed("&sort=place-score" + TSUKUBA + "&after=" + page.at("/next")))
                .isEqualTo(ids(third));
    }

    @Test
    void tableIsNarrowedByPlaceCountryTextAndWhatIsLeftToDo() {
        Answer one = api.reviewed(AIGERIM, call);
        Answer other = api.submitted(NURLAN, call);
        api.decide(one, "\"0\"", "not-selected");
        awaitRows(2);

        assertThat(listed("&first=true" + TSUKUBA)).hasSize(2);
        assertThat(listed("&place=nowhere")).isEmpty();
        assertThat(listed("&country=KG")).isEqualTo(ids(other));
        assertThat(listed("&unscoredAt=place-tsukuba")).isEqualTo(ids(other));
        assertThat(listed("&todo=undecided")).isEqualTo(ids(other));
        assertThat(listed("&todo=unpublished")).isEqualTo(ids(one));
        assertThat(listed("&sort=submitted&decision=not-selected")).isEqualTo(ids(one));
        assertThat(listed("&sort=submitted&text=nurl")).isEqualTo(ids(other));
        assertThat(listed("&sort=submitted&text=" + other.at("/receipt/id"))).isEqualTo(ids(other));
        assertThat(listed("&todo=undecided&state=under-review")).isEmpty();
        Answer counts = api.as(SATO).get("/api/applications/counts/listing?callId=" + call + "&todo=undecided");
        assertThat(counts.at("/found")).isEqualTo("1");
        assertThat(counts.at("/total")).isEqualTo("2");
        assertThat(counts.at("/countries/KG")).isEqualTo("1");
        assertThat(counts.at("/first/place-tsukuba")).isEqualTo("2");
        assertThat(counts.at("/unscored/place-tsukuba")).isEqualTo("1");
        assertThat(counts.at("/outcomes/not-selected")).isEqualTo("1");
        assertThat(counts.at("/todo/unpublished")).isEqualTo("1");
    }

    @Test
    void rowFollowsWhatIsDecidedAtOnceAndWhatTheStudentDoesSoon() {
        Answer application = api.submitted(AIGERIM, call);
        awaitRows(1);

        Answer decided = api.decide(application, "\"0\"", "selected");
        assertThat(listed("&todo=unpublished")).hasSize(1);
        api.publish(application, decided.eTag(), "{}");
        assertThat(listed("&todo=unanswered")).hasSize(1);
        assertThat(workOf(SATO)).contains(call);

        Answer offered = api.as(AIGERIM).get(path(application));
        api.as(AIGERIM).post(path(application) + "/withdrawal", offered.eTag(), "{}");
        Awaitility.await().until(() -> listed("&todo=unanswered").isEmpty());
        assertThat(listed("&sort=submitted&state=withdrawn")).hasSize(1);
        Awaitility.await()
                .until(() -> listed("&decision=selected&sort=submitted").isEmpty());
        assertThat(workOf(SATO)).doesNotContain(call);
    }

    @Test
    void tableIsForThoseWhoMayKnowAllOfItAndOfOneCall() {
        api.submitted(AIGERIM, call);
        awaitRows(1);

        String table = "/api/applications?sort=submitted&callId=" + call;
        assertThat(api.as(AUDITOR).get(table).body().at("/items")).hasSize(1);
        for (Account outsider : List.of(AIGERIM, TANAKA, KARIMOV, Account.AUTHORITY_KZ)) {
            assertThat(api.as(outsider).get(table).body().at("/items"))
                    .as(outsider.toString())
                    .isEmpty();
        }
        assertThat(api.as(KARIMOV)
                        .get("/api/applications/counts/listing?callId=" + call)
                        .at("/total"))
                .isEqualTo("0");
        assertThat(api.as(SATO).get("/api/applications?todo=undecided").at("/errors/0/pointer"))
                .isEqualTo("/callId");
        assertThat(api.as(SATO).get(table.replace("submitted", "place-score")).at("/errors/0/pointer"))
                .isEqualTo("/place");
    }

    private void awaitRows(int number) {
        Awaitility.await().until(() -> listed("&sort=submitted").size() == number);
    }

    private List<String> listed(String more) {
        return StreamSupport.stream(list(more).body().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private Answer list(String more) {
        Answer list = api.as(SATO).get("/api/applications?callId=" + call + more);
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list;
    }

    private String workOf(Account coordinator) {
        return api.as(coordinator).get("/api/applications/counts/todo").text();
    }

    private static List<String> ids(Answer... applications) {
        return List.of(applications).stream().map(answer -> answer.at("/id")).toList();
    }
}
