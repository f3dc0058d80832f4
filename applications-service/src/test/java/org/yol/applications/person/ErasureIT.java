package org.yol.applications.person;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.OwnArchive;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.json.JsonMapper;

/** What is held of somebody, taken along and erased. */
class ErasureIT extends AtAnOpenCall {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Account student = Account.student("erased-" + UUID.randomUUID(), "Zulfiya Nazarova", "KZ");

    @Autowired
    private MongoDatabase database;

    @Autowired
    private List<PersonalData> everything;

    @Autowired
    private PersonsApplications applications;

    @LocalServerPort
    private int port;

    @Test
    void everythingIsInTheArchiveAndNothingThatIsNotForItsStudent() throws Exception {
        Answer offered = api.offered(student, call);

        String log = path(offered) + "/log";
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !api.as(student).get(log).at("/1/proof").isEmpty());

        Map<String, byte[]> archive = OwnArchive.of(student, port, "ja");

        String id = offered.at("/id");
        String receipt = offered.at("/receipt/id");
        assertThat(archive)
                .containsOnlyKeys(
                        "README.txt",
                        "audit.json",
                        "dossier.json",
                        "files/passport - passport.pdf",
                        "submissions/" + offered.at("/receipt/sha256/submission") + ".json",
                        "applications/" + id + ".json",
                        "receipts/" + receipt + ".json",
                        "receipts/" + receipt + ".jws",
                        "receipts/" + receipt + ".tlog-proof",
                        "log/" + id + ".json");
        assertThat(archive.keySet().iterator().next()).isEqualTo("README.txt");
        assertThat(text(archive, "README.txt")).contains("推薦状");
        assertThat(archive.get("files/passport - passport.pdf")).isEqualTo(ApplicationsApi.PDF);
        assertThat(Sha256.hex(text(archive, "submissions/" + offered.at("/receipt/sha256/submission") + ".json")))
                .isEqualTo(offered.at("/receipt/sha256/submission"));
        assertThat(text(archive, "applications/" + id + ".json"))
                .contains("\"Water.\"", "\"timeline\"", "place-tsukuba");
        assertThat(JsonMapper.shared().readTree(archive.get("log/" + id + ".json")))
                .isEqualTo(api.as(student).get(log).body());
        assertThat(text(archive, "receipts/" + receipt + ".tlog-proof")).startsWith("c2sp.org/tlog-proof@v1\n");
        assertThat(text(archive, "dossier.json")).contains("Bekova");
        assertThat(text(archive, "audit.json"))
                .contains("\"submitted\"", "\"exported\"", "\"decision-published\"")
                .doesNotContain("tanaka", "sato", "\"reviewed\"", "\"decided\"");
        assertThat(String.join("", archive.values().stream().map(String::new).toList()))
                .doesNotContain("Good.");
    }

    @Test
    void nothingIsErasedByAnotherName() {
        Answer draft = api.complete(student, call);

        Answer refused = erase(student, "Zulfiya");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/confirmation", "Zulfiya Nazarova");
        assertThat(api.as(student).get(path(draft)).at("/state")).isEqualTo("draft");
        assertThat(api.as(student).get("/api/profile/erasure").at("/askedAt")).isEmpty();
    }

    @Test
    void whatIsNotDecidedIsWithdrawnAndWhatIsStaysWithoutItsStudent() {
        Answer offered = api.offered(student, call);
        Answer accepted =
                api.as(student).post(path(offered) + "/offer/answer", offered.eTag(), "{\"answer\": \"accepted\"}");
        assertThat(accepted.at("/state")).isEqualTo("accepted");
        api.callIsOpen(call + "-two");
        Answer submitted = api.submitted(student, call + "-two");

        assertThat(stored(offered)).contains("\"jws\"", "\"salt\"");
        assertThat(api.as(SATO).get(path(offered) + "/log").body()).hasSize(2);

        erasedWhole();

        Answer decided = api.as(SATO).get(path(offered));
        assertThat(decided.at("/state")).isEqualTo("accepted");
        assertThat(decided.at("/decision/outcome")).isEqualTo("selected");
        assertThat(decided.at("/offer/placeId")).isEqualTo("place-tsukuba");
        assertThat(decided.at("/receipt/sha256/submission")).isEqualTo(offered.at("/receipt/sha256/submission"));
        assertThat(decided.at("/reviews/0/score")).isNotEmpty();
        assertThat(decided.text())
                .doesNotContain("Zulfiya", "Bekova", "Water.", "Strong.", "Good.", student.id(), "passport.pdf");
        assertThat(api.as(SATO).get(path(submitted)).at("/state")).isEqualTo("withdrawn");
        assertThat(api.as(SATO).get(path(offered) + "/log").body()).isEmpty();
        assertThat(stored(submitted)).contains("\"sha256\"").doesNotContain("\"jws\"", "\"salt\"");
        assertThat(stored(offered)).contains("\"announcement\"").doesNotContain("\"jws\"", "\"salt\"");
        assertThat(api.as(TANAKA).get(path(offered)).at("/student/name")).isEmpty();
        assertThat(api.as(SATO)
                        .get(path(offered) + "/receipts/" + offered.at("/receipt/id"), "Accept", "application/pdf")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(SATO)
                        .get("/api/applications?callId=" + call, "Accept", "text/csv")
                        .text())
                .contains(offered.at("/id"))
                .doesNotContain("Zulfiya");
        assertThat(api.as(SATO)
                        .get("/api/applications?callId=" + call + "&text=Nazarova")
                        .body()
                        .at("/items"))
                .isEmpty();
        events.await(message -> ("kz-" + student.id()).equals(message.key())
                && EventProbe.header(message, "ce_type").equals("org.yol.person.erased.v1"));
    }

    @Test
    void whoeverComesAgainStartsCleanAndMayBeErasedAgain() {
        Answer before = api.submitted(student, call);
        erasedWhole();

        assertThat(api.as(student).get("/api/applications").body().at("/items")).isEmpty();
        assertThat(api.as(student).get(path(before)).status()).isEqualTo(404);
        assertThat(api.as(student).get("/api/profile").text()).doesNotContain("Bekova");
        Answer again = api.submitted(student, call);
        assertThat(again.at("/id")).isNotEqualTo(before.at("/id"));
        assertThat(again.body().at("/earlierReceipts")).isEmpty();
        assertThat(api.as(student).get(path(again) + "/documents/passport").status())
                .isEqualTo(200);
        assertThat(api.start(student, call).at("/id")).isEqualTo(again.at("/id"));

        String first = api.as(student).get("/api/profile/erasure").at("/erasedAt");
        erasedWhole();
        assertThat(api.as(student).get("/api/profile/erasure").at("/erasedAt")).isGreaterThan(first);
        assertThat(api.as(student).get(path(again)).status()).isEqualTo(404);
        assertThat(api.start(student, call).at("/id")).isNotIn(before.at("/id"), again.at("/id"));
    }

    /** Each step is one whose process may be killed behind it: what it has done stays, and the rest is done later. */
    @Test
    void whatBrokeOffBehindAnyStepIsFinished() {
        Map<Account, Answer> reviewed = new LinkedHashMap<>();
        for (int steps = 1; steps <= everything.size(); steps++) {
            Account other = Account.student("broke-off-" + UUID.randomUUID(), student.name(), "KZ");
            reviewed.put(other, api.reviewed(other, call));
            Person person = new Person(other.id(), applications.of(other.id()));
            everything.forEach(data -> data.leave(person));
            everything.subList(0, steps).forEach(data -> data.erase(person));
            assertThat(erase(other, student.name()).status()).isEqualTo(200);
        }

        assertThat(reviewed).hasSizeGreaterThan(5);
        reviewed.forEach((other, before) -> {
            awaitErased(other);
            Answer left = api.as(SATO).get(path(before));
            assertThat(left.at("/state")).isEqualTo("withdrawn");
            assertThat(left.text()).doesNotContain("Zulfiya", "Bekova", "Water.", "Good.", other.id());
            assertThat(api.as(other).get("/api/applications").body().at("/items"))
                    .isEmpty();
        });
    }

    private Answer erase(Account whose, String name) {
        return api.as(whose).post("/api/profile/erasure", "{\"confirmation\": \"" + name + "\"}");
    }

    private String stored(Answer application) {
        return database.getCollection("applications")
                .find(eq("_id", application.at("/id")))
                .first()
                .toJson();
    }

    private void erasedWhole() {
        Answer begun = erase(student, " zulfiya  NAZAROVA");
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        // Whatever there was is gone with the answer.
        assertThat(api.as(student).get("/api/applications").body().at("/items")).isEmpty();
        awaitErased(student);
    }

    private void awaitErased(Account whose) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !api.as(whose)
                        .get("/api/profile/erasure")
                        .at("/erasedAt")
                        .isEmpty());
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(archive.get(name), StandardCharsets.UTF_8);
    }
}
