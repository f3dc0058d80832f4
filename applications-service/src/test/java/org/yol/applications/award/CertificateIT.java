package org.yol.applications.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CertificateIT extends AtAnOpenCall {

    private static final String ENDED = "{\"endedOn\":\"2026-01-31\"}";
    private static final String MISTAKE = "{\"reason\":\"mistake\",\"words\":\"Another person's name.\"}";

    @LocalServerPort
    private int port;

    @Test
    void awardAndCompletionAreCertifiedAndTold() {
        Answer accepted = accepted(AIGERIM);
        Answer awarded = api.as(SATO).post(path(accepted) + "/award", accepted.eTag(), "{}");
        Answer completed = api.as(SATO).post(path(accepted) + "/completion", awarded.eTag(), ENDED);

        assertThat(awarded.at("/state")).isEqualTo("awarded");
        assertThat(completed.at("/state")).isEqualTo("completed");
        JsonNode own = certificates(AIGERIM, accepted);
        assertThat(own.valueStream().map(each -> each.at("/kind").asString())).containsExactly("award", "completion");
        assertThat(own.at("/1/endedOn").asString()).isEqualTo("2026-01-31");
        for (String type : List.of("application.awarded", "application.completed")) {
            told(accepted.at("/id"), "org.yol." + type + ".v1");
        }
        told(accepted.at("/id") + "/award", "org.yol.certificate.issued.v1");
        told(accepted.at("/id") + "/completion", "org.yol.certificate.issued.v1");
    }

    @Test
    void anybodyWhoWasShownItsNumberVerifiesIt() {
        JsonNode own = awarded(AIGERIM).at("/0");

        Answer seen = Api.asAnybody(port).get("/api/awards/" + own.at("/id").asString());
        String signed = Api.asAnybody(port)
                .get("/api/awards/" + own.at("/id").asString(), "Accept", "application/vc+jwt")
                .text();

        assertThat(signed).isEqualTo(own.at("/jwt").asString()).isEqualTo(seen.at("/jwt"));
        JsonNode says = says(signed);
        assertThat(says.toString()).doesNotContainIgnoringCase("bekova").doesNotContain("kz-");
        assertThat(says.at("/id").asString())
                .endsWith("/api/awards/" + own.at("/id").asString());
        assertThat(seen.body().has("revoked")).isFalse();
        assertThat(bit(says)).isFalse();
    }

    @Test
    void paperIsForThoseWhoMaySeeTheApplication() {
        Answer accepted = accepted(AIGERIM);
        api.as(SATO).post(path(accepted) + "/award", accepted.eTag(), "{}");
        String paper =
                "/api/awards/" + certificates(AIGERIM, accepted).at("/0/id").asString() + "/certificate.pdf";

        assertThat(api.as(AIGERIM).get(paper, "Accept", "application/pdf").status())
                .isEqualTo(200);
        assertThat(api.as(SATO).get(paper, "Accept", "application/pdf").status())
                .isEqualTo(200);
        assertThat(api.as(NURLAN).get(paper, "Accept", "application/pdf").status())
                .isEqualTo(404);
        assertThat(api.as(KARIMOV).get(paper, "Accept", "application/pdf").status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhatIsAcceptedIsAwardedAndOnlyOnce() {
        Answer offered = api.offered(AIGERIM, call);
        assertThat(api.as(SATO)
                        .post(path(offered) + "/award", offered.eTag(), "{}")
                        .at("/type"))
                .isEqualTo("urn:yol:problem:state-conflict");
        Answer accepted = answered(AIGERIM, offered);
        Answer early = api.as(SATO).post(path(accepted) + "/completion", accepted.eTag(), ENDED);
        assertThat(early.status()).isEqualTo(409);

        Answer awarded = api.as(SATO).post(path(accepted) + "/award", accepted.eTag(), "{}");
        assertThat(api.as(SATO)
                        .post(path(accepted) + "/award", accepted.eTag(), "{}")
                        .status())
                .isEqualTo(412);
        assertThat(api.as(SATO)
                        .post(path(accepted) + "/award", awarded.eTag(), "{}")
                        .status())
                .isEqualTo(409);
        Answer completed = api.as(SATO).post(path(accepted) + "/completion", awarded.eTag(), ENDED);
        assertThat(api.as(SATO)
                        .post(path(accepted) + "/completion", completed.eTag(), ENDED)
                        .status())
                .isEqualTo(409);
        assertThat(certificates(AIGERIM, accepted).valueStream()).hasSize(2);
    }

    @Test
    void sameRequestTwiceIsAnsweredTwiceAndTwoOthersAtOnceAwardOnce() throws Exception {
        Answer accepted = accepted(AIGERIM);
        List<Integer> answers = AtOnce.of(
                2,
                _ -> api.as(SATO)
                        .post(path(accepted) + "/award", accepted.eTag(), "{}")
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(200, 412);

        Answer awarded = api.as(SATO).get(path(accepted));
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertThat(api.as(SATO)
                            .send(HttpMethod.POST, path(accepted) + "/completion", awarded.eTag(), key, ENDED)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(certificates(AIGERIM, accepted).valueStream()).hasSize(2);
    }

    @Test
    void revocationIsInTheListAtOnceAndTwoAtOnceLoseNeither() throws Exception {
        Answer accepted = accepted(AIGERIM);
        Answer awarded = api.as(SATO).post(path(accepted) + "/award", accepted.eTag(), "{}");
        api.as(SATO).post(path(accepted) + "/completion", awarded.eTag(), ENDED);
        JsonNode both = certificates(SATO, accepted);

        List<Integer> answers =
                AtOnce.of(2, number -> revoke(both.get(number), MISTAKE).status());

        assertThat(answers).containsExactly(200, 200);
        for (JsonNode each : both) {
            assertThat(bit(says(each.at("/jwt").asString()))).isTrue();
            Answer seen =
                    Api.asAnybody(port).get("/api/awards/" + each.at("/id").asString());
            assertThat(seen.at("/revoked/reason")).isEqualTo("mistake");
            assertThat(seen.text()).doesNotContain("Another person");
        }
        assertThat(certificates(AIGERIM, accepted).at("/0/revoked/words").asString())
                .isEqualTo("Another person's name.");
        told(accepted.at("/id") + "/award", "org.yol.certificate.revoked.v1");
    }

    @Test
    void revokedTwiceIsRefusedAndNobodyElseRevokes() throws Exception {
        JsonNode own = awarded(AIGERIM).at("/0");
        String address = "/api/awards/" + own.at("/id").asString() + "/revocation";
        assertThat(api.as(KARIMOV).post(address, "\"1\"", MISTAKE).status()).isEqualTo(404);

        List<Integer> answers = AtOnce.of(2, _ -> revoke(own, MISTAKE).status());

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        Answer again = api.as(SATO).post(address, "\"2\"", MISTAKE);
        assertThat(again.at("/type")).isEqualTo("urn:yol:problem:certificate-revoked");
    }

    @Test
    void severalAtOnceAreAnsweredRowByRow() {
        Answer one = accepted(AIGERIM);
        Answer other = api.submitted(NURLAN, call);
        String body = "{\"applications\":[\"%s\",\"%s\",\"kz-unknown\"],\"step\":\"award\"}"
                .formatted(one.at("/id"), other.at("/id"));
        String key = UUID.randomUUID().toString();

        for (int time = 0; time < 2; time++) {
            JsonNode rows = api.as(SATO)
                    .send(HttpMethod.POST, "/api/awards/bulk", null, key, body)
                    .body()
                    .at("/results");
            assertThat(rows.at("/0/status").asString()).isEqualTo("done");
            assertThat(rows.at("/1/problem/type").asString()).endsWith("state-conflict");
            assertThat(rows.at("/2/problem/type").asString()).endsWith("not-found");
        }
        assertThat(certificates(AIGERIM, one).valueStream()).hasSize(1);
    }

    @Test
    void crashBetweenTheStateAndItsCertificateIsMadeGood(@Autowired MongoDatabase database) {
        Answer accepted = accepted(AIGERIM);
        // As it is written when the process dies right after: awarded, scheduled, and nothing issued.
        database.getCollection("applications")
                .updateOne(
                        Filters.eq("_id", accepted.at("/id")),
                        Updates.combine(
                                Updates.set("life.state", "AWARDED"),
                                Updates.push(
                                        "life.timeline",
                                        new Document("state", "AWARDED")
                                                .append("at", new Date())
                                                .append("by", "COORDINATOR")),
                                Updates.inc("version", 1L),
                                Updates.set(
                                        "due.certifying",
                                        new Document("due", new Date())
                                                .append("since", new Date())
                                                .append("attempts", 0))));

        await().until(() -> certificates(AIGERIM, accepted).size() == 1);
    }

    @Test
    void publicLogHasItWithoutSayingWhose() {
        JsonNode own = awarded(AIGERIM).at("/0");
        revoke(own, MISTAKE);
        String digest = own.at("/digest").asString();

        for (String kind : List.of("certificate-issued", "certificate-revoked")) {
            await().until(() -> Api.asAnybody(port)
                    .get("/api/log/entries?kind=" + kind)
                    .text()
                    .contains(digest));
        }
        assertThat(Api.asAnybody(port)
                        .get("/api/log/entries?kind=certificate-issued")
                        .text())
                .doesNotContain(own.at("/id").asString())
                .doesNotContain(call);
    }

    @Test
    void ofAnErasedPersonStaysThatThereWasOne() {
        Account leaver = Account.student("leaver-" + UUID.randomUUID(), "Leyla Leaver", "KZ");
        JsonNode own = awarded(leaver).at("/0");
        String address = "/api/awards/" + own.at("/id").asString();

        api.as(leaver).post("/api/profile/erasure", "{\"confirmation\": \"Leyla Leaver\"}");
        await().until(() -> !Api.asAnybody(port).get(address).body().has("jwt"));

        assertThat(Api.asAnybody(port).get(address).at("/digest"))
                .isEqualTo(own.at("/digest").asString());
        assertThat(Api.asAnybody(port)
                        .get(address, "Accept", "application/vc+jwt")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(SATO)
                        .get(address + "/certificate.pdf", "Accept", "application/pdf")
                        .status())
                .isEqualTo(404);
        assertThat(bit(says(own.at("/jwt").asString()))).isFalse();
        long version = Api.asAnybody(port).get(address).body().at("/version").asLong();
        Answer revoked = api.as(SATO).post(address + "/revocation", "\"" + version + "\"", MISTAKE);
        assertThat(revoked.text()).doesNotContain("Another person");
        assertThat(bit(says(own.at("/jwt").asString()))).isTrue();
    }

    private Answer accepted(Account student) {
        return answered(student, api.offered(student, call));
    }

    private Answer answered(Account student, Answer offered) {
        return api.as(student).post(path(offered) + "/offer/answer", offered.eTag(), "{\"answer\":\"accepted\"}");
    }

    private JsonNode awarded(Account student) {
        Answer accepted = accepted(student);
        api.as(SATO).post(path(accepted) + "/award", accepted.eTag(), "{}");
        return certificates(student, accepted);
    }

    private JsonNode certificates(Account reader, Answer application) {
        return api.as(reader).get(path(application) + "/certificates").body();
    }

    private Answer revoke(JsonNode certificate, String body) {
        return api.as(SATO)
                .post(
                        "/api/awards/" + certificate.at("/id").asString() + "/revocation",
                        "\"" + certificate.at("/version").asLong() + "\"",
                        body);
    }

    private void told(String key, String type) {
        events.await(message -> key.equals(message.key())
                && EventProbe.header(message, "ce_type").equals(type));
    }

    private static JsonNode says(String jwt) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }

    /** What the status list says of a credential, as a verifier reads it. */
    private boolean bit(JsonNode credential) {
        String address = credential.at("/credentialStatus/statusListCredential").asString();
        Answer list =
                Api.asAnybody(port).get(address.substring(address.indexOf("/api/")), "Accept", "application/vc+jwt");
        JsonNode says = says(list.text());
        assertThat(says.at("/id").asString()).isEqualTo(address);
        assertThat(Instant.parse(says.at("/validFrom").asString())).isBeforeOrEqualTo(Instant.now());
        int index = Integer.parseInt(
                credential.at("/credentialStatus/statusListIndex").asString());
        try {
            byte[] bits = StatusListTests.bytes(
                    says.at("/credentialSubject/encodedList").asString());
            return (bits[index / 8] & 0x80 >> index % 8) != 0;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
