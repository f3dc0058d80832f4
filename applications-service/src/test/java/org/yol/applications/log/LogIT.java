package org.yol.applications.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.contracts.CallChange;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.EventType;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.Tile;
import org.yol.transparency.TransparencyProof;
import org.yol.transparency.Tree;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogIT extends AtAnOpenCall {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    private LogParts parts;

    @Autowired
    private PublicLogs logs;

    @LocalServerPort
    private int port;

    @Test
    void aSubmissionIsInItAndTheReceiptAloneProvesIt() {
        Answer submitted = api.submitted(AIGERIM, call);
        JsonNode receipt = receipt(submitted);
        Hash leaf = leaf(receipt);

        await().atMost(SOON).until(() -> log("leaves/" + leaf.hex()).status() == 200);
        Answer entry = log("leaves/" + leaf.hex());
        Answer proof = log("entries/" + entry.at("/index") + "/proof");

        assertThat(entry.at("/entry/kind")).isEqualTo("submission");
        assertThat(entry.at("/entry/call")).isEqualTo(call);
        assertThat(entry.text())
                .doesNotContain(
                        submitted.at("/id"), "igerim", receipt.at("/receipt").asString());
        TransparencyProof proved = TransparencyProof.parse(proof.text());
        assertThat(proved.verify(leaf, keys()).origin())
                .isEqualTo(receipt.at("/log/origin").asString());
        assertThat(proved.index()).isEqualTo(entry.body().at("/index").asLong());
    }

    @Test
    void theHistoryOfACallIsInIt() {
        api.offered(NURLAN, call);
        events.tell(
                EventType.CALL_PUBLISHED,
                call,
                2,
                JsonMapper.shared()
                        .writeValueAsString(CallFixtures.changed(
                                CallFixtures.publishedNow(call),
                                CallFixtures.CLOSES.plusSeconds(60),
                                List.of(),
                                new CallChange(
                                        "1",
                                        ChangeKind.EXTENSION,
                                        Instant.now(),
                                        "The portal was down",
                                        CallFixtures.CLOSES,
                                        List.of()))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kinds(call))
                        .containsExactlyInAnyOrder(
                                "call-published",
                                "call-published",
                                "call-changed",
                                "lottery-commitment",
                                "submission",
                                "decision"));

        Answer changed = log("entries?kind=call-changed&call=" + call);
        assertThat(changed.at("/items/0/entry/change")).isEqualTo("extension");
        assertThat(changed.at("/items/0/entry/reason")).isEqualTo("The portal was down");
        Answer first = log("entries?limit=2&call=" + call);
        Answer second = log("entries?limit=4&call=" + call + "&after=" + first.at("/next"));
        assertThat(first.body().at("/items")).hasSize(2);
        assertThat(second.body().at("/items")).hasSize(4);
        assertThat(second.at("/next")).isEmpty();
    }

    @Test
    void whatIsToldTwiceIsOneEntry() {
        String told = JsonMapper.shared().writeValueAsString(CallFixtures.publishedNow(call));
        IntStream.range(0, 5).forEach(_ -> events.tell(EventType.CALL_PUBLISHED, call, 1, told));
        Answer submitted = api.submitted(AIGERIM, call);
        Hash leaf = leaf(receipt(submitted));
        await().atMost(SOON).until(() -> log("leaves/" + leaf.hex()).status() == 200);

        events.tell(EventType.CALL_PUBLISHED, call, 1, told);
        events.tell(EventType.CALL_PUBLISHED, call, 7, told);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kinds(call))
                        .containsExactlyInAnyOrder(
                                "submission", "lottery-commitment", "call-published", "call-published"));
    }

    @Test
    void whatIsNoEventHoldsUpNobody() {
        events.tellRubbish(org.yol.contracts.Topics.APPLICATIONS, "rubbish", "rubbish");

        Hash leaf = leaf(receipt(api.submitted(AIGERIM, call)));

        await().atMost(SOON).until(() -> log("leaves/" + leaf.hex()).status() == 200);
    }

    @Test
    void anybodyCanReadAllOfItAndReckonItsRoot() {
        Answer submitted = api.submitted(AIGERIM, call);
        await().atMost(SOON).until(() -> kinds(call).contains("submission"));

        Answer answer = log("checkpoint");
        SignedNote note = SignedNote.parse(answer.text());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Tree tree = new Tree(checkpoint.size(), tile -> bytes(tile.path()));

        assertThat(note.verifiedBy(keys())).hasSize(1);
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        List<byte[]> entries = new ArrayList<>();
        for (long index = 0; index * Tile.FULL < checkpoint.size(); index++) {
            entries.addAll(EntryBundle.decode(
                    bytes(Tile.at(0, index, checkpoint.size()).entriesPath())));
        }
        for (int index = 0; index < entries.size(); index++) {
            assertThat(Hash.ofLeaf(entries.get(index))).isEqualTo(tree.leaf(index));
        }
        assertThat(entries).hasSize((int) checkpoint.size());
        assertThat(new String(entries.getFirst(), StandardCharsets.UTF_8)).contains("\"kind\":\"log-key\"");
        assertThat(log("growth").body().at("/size").asLong()).isGreaterThanOrEqualTo(checkpoint.size());
        assertThat(log("growth").at("/days/0/day")).isNotNull();
        assertThat(submitted.status()).isEqualTo(200);
    }

    @Test
    void filesAreForEverAndThereIsNothingBeyondWhatIsSigned() {
        await().atMost(SOON).until(() -> log("entries/0").status() == 200);
        long size = logs.now().size();

        assertThat(headers("tile/0/000.p/1").getCacheControl()).contains("max-age=31536000", "public", "immutable");
        assertThat(headers("tile/entries/000.p/1").getCacheControl()).contains("immutable");
        assertThat(headers("checkpoint").getCacheControl()).isEqualTo("max-age=1, public");
        for (String path : List.of(
                "tile/0/x999/999",
                "tile/0/x072/x057/x594/x037/x927/936",
                "tile/entries/x072/x057/x594/x037/x927/936.p/1",
                "tile/9/000.p/1",
                "tile/entries/x999/999.p/7",
                "tile/0/rubbish",
                "tile/0/000.p/256",
                "tile/0/000.p/0",
                "tile/-1/000",
                "tile/entries/",
                "entries/" + (size + 1_000_000),
                "entries/-1",
                "leaves/" + "ab".repeat(32),
                "evidence/none")) {
            assertThat(log(path).status()).as(path).isEqualTo(404);
        }
        assertThat(log("leaves/rubbish").status()).isIn(400, 404, 422);
        assertThat(log("entries?after=rubbish").at("/type")).isEqualTo("urn:yol:problem:invalid-cursor");
        assertThat(log("schema").at("/$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void witnessesCountersignWhatIsShown() {
        api.submitted(AIGERIM, call);
        await().atMost(SOON).until(() -> kinds(call).contains("submission"));
        SignedNote own = SignedNote.parse(log("checkpoint").text());
        Instant now = Instant.now();

        assertThat(countersign(own, TestLog.KAZAKHSTAN, now).status()).isEqualTo(204);
        assertThat(countersign(own, TestLog.JAPAN, now).status()).isEqualTo(204);
        assertThat(countersign(own, TestLog.JAPAN, now).status()).isEqualTo(204);

        JsonNode witnesses = log("witnesses").body();
        assertThat(witnesses.at("/0/country").asString()).isEqualTo("KZ");
        assertThat(witnesses.at("/1/size").asLong())
                .isEqualTo(Checkpoint.parse(own.text()).size());
        TransparencyProof proof = TransparencyProof.parse(log("entries/0/proof").text());
        assertThat(proof.checkpoint()
                        .verifiedBy(List.of(TestLog.KAZAKHSTAN.verifierKey(), TestLog.JAPAN.verifierKey())))
                .hasSize(2);
    }

    @Test
    void whoIsNoWitnessOrSignsSomethingElseHearsWhy() {
        await().atMost(SOON).until(() -> log("entries/0").status() == 200);
        SignedNote own = SignedNote.parse(log("checkpoint").text()).onlyOf(keys());
        Checkpoint real = Checkpoint.parse(own.text());
        SigningKey stranger = SigningKey.generate(
                "xx.example/witness", TestLog.JAPAN.verifierKey().algorithm());
        SigningKey other =
                SigningKey.generate(parts.origin(), parts.keys().first().algorithm());
        String foreign = new Checkpoint("another.example/log", real.size(), real.root(), List.of()).text();

        assertThat(countersign(own, stranger, Instant.now()).at("/type")).endsWith("unknown-witness");
        assertThat(countersign(
                                new SignedNote(real.text(), List.of(other.sign(real.text()))),
                                TestLog.JAPAN,
                                Instant.now())
                        .at("/type"))
                .endsWith("not-signed-by-the-log");
        assertThat(countersign(new SignedNote(foreign, List.of(other.sign(foreign))), TestLog.JAPAN, Instant.now())
                        .at("/detail"))
                .contains("another.example/log", parts.origin());
        assertThat(countersign(own, TestLog.JAPAN, Instant.ofEpochSecond(Long.MAX_VALUE >> 12))
                        .at("/type"))
                .endsWith("not-a-checkpoint");
        assertThat(post("cosignatures", "rubbish").at("/type")).endsWith("not-a-checkpoint");
        assertThat(post("cosignatures", "x".repeat(200_000)).status()).isIn(413, 422);
        assertThat(post("evidence", "rubbish").at("/type")).endsWith("no-evidence");
        assertThat(log("evidence").body()).isEmpty();
    }

    private JsonNode receipt(Answer submitted) {
        String payload = submitted.at("/receipt/jws").split("\\.")[1];
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    /** What the entry must be, from the receipt alone. */
    private static Hash leaf(JsonNode receipt) {
        String digest = CanonicalJson.sha256(Map.of(
                "receipt", receipt.at("/receipt").asString(),
                "salt", receipt.at("/log/salt").asString(),
                "submission", receipt.at("/sha256/submission").asString()));
        return Hash.ofLeaf(CanonicalJson.of(new TreeMap<>(Map.of(
                        "kind",
                        "submission",
                        "at",
                        receipt.at("/submittedAt").asString(),
                        "call",
                        receipt.at("/call/id").asString(),
                        "digest",
                        digest)))
                .getBytes(StandardCharsets.UTF_8));
    }

    private List<VerifierKey> keys() {
        List<VerifierKey> keys = new ArrayList<>();
        log("keys").body().at("/keys").forEach(key -> keys.add(VerifierKey.parse(key.asString())));
        return keys;
    }

    private List<String> kinds(String callId) {
        List<String> kinds = new ArrayList<>();
        log("entries?limit=100&call=" + callId)
                .body()
                .at("/items")
                .forEach(item -> kinds.add(item.at("/entry/kind").asString()));
        return kinds;
    }

    private Answer log(String path) {
        return Api.asAnybody(port).get("/api/log/" + path);
    }

    private byte[] bytes(String path) {
        return client().get().uri("/" + path).retrieve().body(byte[].class);
    }

    private HttpHeaders headers(String path) {
        return client().get().uri("/" + path).retrieve().toBodilessEntity().getHeaders();
    }

    private Answer countersign(SignedNote note, SigningKey witness, Instant at) {
        return post("cosignatures", note.with(witness.cosign(note.text(), at)).toString());
    }

    private Answer post(String path, String text) {
        return client().post()
                .uri("/" + path)
                // As most senders do: without a charset, which is UTF-8 then.
                .contentType(MediaType.TEXT_PLAIN)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        response.getHeaders(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private RestClient client() {
        return RestClient.create("http://localhost:" + port + "/api/log");
    }
}
