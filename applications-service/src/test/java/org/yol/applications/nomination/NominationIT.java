package org.yol.applications.nomination;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

/** An authority nominates its citizens, from the first of the list to what each of them reads. */
@ServiceTest
class NominationIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Account AUTHORITY_KG =
            new Account("authority-kg", "Ministry of the Kyrgyz Republic", "en", "authority", Map.of("country", "KG"));
    private static final Account DANA = Account.student("dana", "Dana Ospanova", "KZ");
    private static final Account ERLAN = Account.student("erlan", "Erlan Sadykov", "KZ");
    private static final Account NURLAN = Account.student("nurlan-kz", "Nurlan Bekov", "KZ");
    private static final Account SAULE = Account.student("saule", "Saule Nurpeisova", "KZ");

    private final EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
    private final String call = "call-" + UUID.randomUUID();
    private final String list = "/api/nominations/" + call;
    private final CallPublished published = CallFixtures.forNominated(CallFixtures.publishedNow(call), "KZ", 3);

    @Autowired
    private MongoDatabase database;

    private ApplicationsApi api;

    @BeforeEach
    void callIsForNominated(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        api.callIsPublished(published, 1);
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Test
    void authorityRanksDeclinesAndSendsOnce() throws IOException {
        String first = api.submitted(AIGERIM, call).at("/id");
        String second = api.submitted(DANA, call).at("/id");
        Answer third = api.submitted(ERLAN, call);
        String gone = api.submitted(SAULE, call).at("/id");
        String passed = api.submitted(NURLAN, call).at("/id");
        assertThat(api.decide(third, "\"0\"", "selected").at("/type")).endsWith("not-nominated");
        assertThat(api.review(TANAKA, third, "\"0\"", 9, 7).at("/type")).endsWith("not-nominated");

        Answer empty = api.as(AUTHORITY_KZ).get(list);
        assertThat(empty.eTag()).isEqualTo("\"0\"");
        String wanted = listed(List.of(second, gone, first), third.at("/id"));
        Answer written = api.as(AUTHORITY_KZ).put(list, "\"0\"", wanted);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(api.as(AUTHORITY_KZ)
                        .put(list, "\"0\"", listed(List.of(first), second))
                        .status())
                .as("another tab")
                .isEqualTo(412);
        assertThat(api.as(AUTHORITY_KZ)
                        .put(list, written.eTag(), listed(List.of("kz-nobody"), second))
                        .at("/errors/0/pointer"))
                .isEqualTo("/ranked/0");
        assertThat(api.as(AUTHORITY_KZ)
                        .put(list, written.eTag(), listed(List.of(second, gone, first, passed), third.at("/id")))
                        .at("/errors/0/pointer"))
                .as("one more than the call allows")
                .isEqualTo("/ranked/3");
        assertThat(send(AUTHORITY_KZ, written.eTag(), "early").at("/type")).endsWith("nomination-too-early");
        assertThat(api.as(AIGERIM).get("/api/applications/" + first).at("/state"))
                .isEqualTo("submitted");
        assertThat(api.as(SATO).get("/api/nominations?callId=" + call).text()).isEqualTo("[]");
        Answer withdrawn = api.as(SAULE).get("/api/applications/" + gone);
        api.as(SAULE).post(path(withdrawn) + "/withdrawal", withdrawn.eTag(), "{}");
        callCloses(2, 2);
        events.await(message -> isWanted(message, "KZ"));
        assertThat(wantedBy("KG")).as("nobody has applied").isZero();
        Answer tooMany = send(AUTHORITY_KZ, written.eTag(), "toomany");
        assertThat(tooMany.at("/type")).endsWith("nomination-quota");
        assertThat(tooMany.at("/detail")).contains("nominate 2", "names 3", "Take 1 off");
        callCloses(3, 3);

        Answer sent = send(AUTHORITY_KZ, written.eTag(), "sent");

        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.at("/sentAt")).isNotEmpty();
        assertThat(sent.at("/told")).isEqualTo("4");
        assertThat(send(AUTHORITY_KZ, written.eTag(), "sent").status())
                .as("the same again")
                .isEqualTo(200);
        assertThat(send(AUTHORITY_KZ, sent.eTag(), "other").at("/type")).endsWith("nomination-sent");
        assertThat(api.as(AUTHORITY_KZ).put(list, sent.eTag(), wanted).at("/type"))
                .endsWith("nomination-sent");
        everybodyKnows(first, third.at("/id"), gone, passed);

        workIsDoneAgain();

        everybodyKnows(first, third.at("/id"), gone, passed);
        assertThat(wantedBy("KZ")).isEqualTo(1);
        assertThat(api.as(SATO).get("/api/applications/" + second).at("/nominationRank"))
                .isEqualTo("1");
        assertThat(api.as(SATO)
                        .get("/api/applications?callId=" + call + "&state=nominated")
                        .text())
                .contains("\"nominationRank\":1", "\"nominationRank\":3");
        assertThat(api.as(SATO)
                        .get("/api/applications?callId=" + call, "Accept", "text/csv")
                        .text())
                .contains(",nominated,1,", ",nominated,3,", ",declined,,", ",neither,,");
        assertThat(api.as(AUTHORITY_KZ).get("/api/applications?callId=" + call).text())
                .contains("\"nomination\":\"neither\"");
        assertThat(api.as(TANAKA).get("/api/applications?callId=" + call).text())
                .doesNotContain("\"nomination\":\"", "\"nominationRank\":1");
        assertThat(coverSheet(SATO, second)).contains("Nomination by the authority number 1");
        assertThat(coverSheet(TANAKA, second)).doesNotContain("Nomination", "authority number", "推薦機関による推薦");
        assertThat(api.as(SATO).get("/api/nominations?callId=" + call).at("/0/country"))
                .isEqualTo("KZ");
        assertThat(api.review(TANAKA, api.as(TANAKA).get("/api/applications/" + first), "\"0\"", 9, 7)
                        .status())
                .isEqualTo(200);
        Answer selected = api.decide(api.as(SATO).get("/api/applications/" + first), "\"0\"", "selected");
        assertThat(selected.status()).as(selected.text()).isEqualTo(200);
        assertThat(api.decide(third, "\"0\"", "selected").at("/type")).endsWith("not-nominated");
    }

    @Test
    void anotherCountrysAuthorityKnowsNothingOfIt() {
        String application = api.submitted(AIGERIM, call).at("/id");

        assertThat(api.as(AUTHORITY_KG).get("/api/applications/" + application).status())
                .isEqualTo(404);
        assertThat(api.as(AUTHORITY_KG).get("/api/nominations/calls").text()).doesNotContain(call);
        assertThat(api.as(AUTHORITY_KG)
                        .put(list, "\"0\"", "{\"ranked\": [\"%s\"], \"declined\": []}".formatted(application))
                        .at("/errors/0/pointer"))
                .isEqualTo("/ranked/0");
        Account elsewhere = new Account("authority-tm", "Ministry", "en", "authority", Map.of("country", "TM"));
        assertThat(api.as(elsewhere).get(list).status()).isEqualTo(404);
        assertThat(api.as(AIGERIM).get(list).status()).isEqualTo(403);
        assertThat(api.as(AUTHORITY_KZ).get("/api/nominations/calls").text()).contains(call, "\"applications\":1");
    }

    private void everybodyKnows(String nominated, String declined, String gone, String passed) {
        Answer read = api.as(AIGERIM).get("/api/applications/" + nominated);
        assertThat(read.at("/state")).isEqualTo("nominated");
        assertThat(read.text()).doesNotContain("nominationRank");
        assertThat(read.at("/timeline/2/by")).isEqualTo("authority");
        assertThat(read.at("/timeline/3")).isEmpty();
        Answer refused = api.as(ERLAN).get("/api/applications/" + declined);
        assertThat(refused.at("/state")).isEqualTo("submitted");
        assertThat(refused.at("/nominated")).isEqualTo("false");
        assertThat(refused.at("/timeline/2/reason")).isEqualTo("No funds for travel.");
        assertThat(refused.at("/timeline/3")).isEmpty();
        assertThat(api.as(SAULE).get("/api/applications/" + gone).at("/state")).isEqualTo("withdrawn");
        Answer notListed = api.as(NURLAN).get("/api/applications/" + passed);
        assertThat(notListed.at("/nominated")).isEqualTo("false");
        assertThat(notListed.at("/timeline/2/by")).isEqualTo("authority");
        assertThat(notListed.at("/timeline/3")).isEmpty();
        events.await(message -> isTold(message, EventType.PASSED_OVER, passed));
    }

    /** As if the process had ended before it wrote down that all were told. */
    private void workIsDoneAgain() {
        var stored = database.getCollection("nominations");
        String id = Nomination.id(call, "KZ");
        stored.updateOne(
                eq("_id", id),
                combine(
                        set("told", 0),
                        set(
                                "due." + Nomination.SPREADING,
                                new Document("due", Instant.now())
                                        .append("since", Instant.now())
                                        .append("attempts", 0))));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> stored.find(eq("_id", id)).first().getInteger("told") == 4);
    }

    private void callCloses(long seq, int most) {
        CallPublished closed = CallFixtures.changed(
                CallFixtures.forNominated(published, "KZ", most),
                Instant.now().minus(Duration.ofMinutes(2)),
                List.of());
        api.callIsPublished(closed, seq);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> api.as(AUTHORITY_KZ).get(list).at("/actions/1").equals("send")
                        && api.as(AUTHORITY_KZ).get(list).at("/most").equals(Integer.toString(most)));
    }

    private long wantedBy(String country) {
        return events.poll().stream()
                .filter(message -> isWanted(message, country))
                .count();
    }

    private boolean isWanted(ConsumerRecord<String, byte[]> message, String country) {
        return isTold(message, EventType.NOMINATIONS_WANTED, call)
                && new String(message.value(), StandardCharsets.UTF_8).contains("\"country\":\"" + country + "\"");
    }

    private static boolean isTold(ConsumerRecord<String, byte[]> message, EventType type, String id) {
        return id.equals(message.key()) && EventProbe.header(message, "ce_type").equals(type.type());
    }

    private String coverSheet(Account reader, String application) throws IOException {
        byte[] bundle = api.as(reader).getBytes("/api/applications/" + application + "/bundle", "application/pdf");
        try (PDDocument pdf = Loader.loadPDF(bundle)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private Answer send(Account authority, String eTag, String key) {
        return api.as(authority).send(HttpMethod.POST, list + "/sending", eTag, call + key, "{}");
    }

    private static String listed(List<String> ranked, String declined) {
        return """
                {"ranked": ["%s"], "declined": [{"applicationId": "%s", "reason": "No funds for travel."}]}""".formatted(String.join("\", \"", ranked), declined);
    }
}
