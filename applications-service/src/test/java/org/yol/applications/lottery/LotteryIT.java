package org.yol.applications.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.NURLAN;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.platform.digest.Sha256;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lottery from the publication of its call to its seed, with what goes wrong on the way. */
class LotteryIT extends AtAnOpenCall {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String KAZAKH = "1e".repeat(32);
    private static final String JAPANESE = "2d".repeat(32);
    private static final Account AUTHORITY_JP =
            new Account("authority-jp", "Ministry", "en", "authority", Map.of("country", "JP"));
    private static final Account AUTHORITY_UZ =
            new Account("authority-uz", "Ministry", "en", "authority", Map.of("country", "UZ"));

    @Autowired
    private Lotteries lotteries;

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @Test
    void authoritiesTakePartUnlessTheyComeLateOrSayNonsense() {
        Instant now = Instant.now();
        String coming = call + "-coming";
        // What a process left that died before it could bind the operator.
        database.getCollection("lottery-seeds").insertOne(new Document("_id", coming).append("secret", KAZAKH));
        tell(CallFixtures.published(coming, now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(9))), 1);
        await().atMost(SOON).until(() -> lottery(coming).status() == 200);

        Answer bound = bind(AUTHORITY_KZ, coming, Sha256.hex("kz"));
        assertThat(bound.status()).as(bound.text()).isEqualTo(200);
        assertThat(bound.at("/parts/0/commitment")).isEqualTo(LotterySeed.commitment(KAZAKH));
        assertThat(bound.body().at("/countries").toString()).isEqualTo("[\"JP\",\"KG\",\"KZ\"]");
        assertThat(bind(AUTHORITY_KZ, coming, Sha256.hex("kz")).at("/parts/1/committedAt"))
                .isEqualTo(bound.at("/parts/1/committedAt"));
        assertThat(bind(AUTHORITY_KZ, coming, Sha256.hex("other")).at("/type")).endsWith("lottery-contribution-made");
        assertThat(bind(AUTHORITY_JP, coming, "rubbish").at("/errors/0/pointer"))
                .isEqualTo("/commitment");
        assertThat(bind(AUTHORITY_UZ, coming, Sha256.hex("uz")).status()).isEqualTo(404);
        assertThat(bind(AUTHORITY_KZ, call + "-unknown", Sha256.hex("kz")).status())
                .isEqualTo(404);
        assertThat(open(AUTHORITY_KZ, coming, KAZAKH).at("/type")).endsWith("lottery-opening-early");

        Answer late = bind(AUTHORITY_KZ, call, Sha256.hex("kz"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/type")).endsWith("lottery-contribution-late");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kinds(coming))
                        .containsExactlyInAnyOrder("call-published", "lottery-commitment", "lottery-commitment"));
    }

    @Test
    void isDrawnOfAllPartsAndTheLogSaysItInOrder() throws Exception {
        Instant now = Instant.now();
        String drawn = call + "-drawn";
        Instant closes = now.plus(Duration.ofDays(9));
        tell(CallFixtures.published(drawn, now.plus(Duration.ofHours(1)), closes), 1);
        await().atMost(SOON).until(() -> lottery(drawn).status() == 200);
        assertThat(bind(AUTHORITY_KZ, drawn, LotterySeed.commitment(KAZAKH)).status())
                .isEqualTo(200);
        assertThat(bind(AUTHORITY_JP, drawn, LotterySeed.commitment(JAPANESE)).status())
                .isEqualTo(200);
        CallPublished opened = CallFixtures.published(drawn, now.minus(Duration.ofDays(1)), closes);
        api.callIsPublished(opened, 2);
        await().atMost(SOON)
                .until(() -> OffsetDateTime.parse(lottery(drawn).at("/contributionsEnd"))
                        .toInstant()
                        .isBefore(now));
        Answer first = api.submitted(AIGERIM, drawn);
        api.submitted(NURLAN, drawn);
        Account leaving = Account.student("leaving", "Dana Leaving", "KZ");
        Answer left = api.submitted(leaving, drawn);
        api.start(Account.student("unready", "Dana Unready", "KZ"), drawn);
        // A process that died after it had written who takes part, and two that write it at once.
        lotteries.freeze(drawn, now);
        assertThat(api.as(leaving)
                        .post(path(left) + "/withdrawal", left.eTag(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(AtOnce.of(2, _ -> lotteries.freeze(drawn, now))).allMatch(frozen -> frozen.number() == 2);

        tell(CallFixtures.changed(opened, now.minus(Duration.ofMinutes(10)), List.of()), 3);

        await().atMost(SOON).until(() -> !lottery(drawn).at("/openBy").isEmpty());
        assertThat(open(AUTHORITY_KZ, drawn, JAPANESE).at("/errors/0/pointer")).isEqualTo("/part");
        assertThat(open(AUTHORITY_KZ, drawn, "0x").at("/errors/0/pointer")).isEqualTo("/part");
        assertThat(lotteries.drawn(drawn)).isEmpty();
        assertThat(open(AUTHORITY_KZ, drawn, KAZAKH).status()).isEqualTo(200);
        assertThat(open(AUTHORITY_KZ, drawn, KAZAKH).status()).isEqualTo(200);
        assertThat(open(AUTHORITY_JP, drawn, JAPANESE).status()).isEqualTo(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lotteries.problems(drawn)).isEmpty());
        JsonNode shown = lottery(drawn).body();
        String own = shown.at("/parts/0/opened").asString();
        assertThat(lotteries.drawn(drawn).orElseThrow().seed())
                .isEqualTo(shown.at("/seed").asString())
                .isEqualTo(Sha256.hex(HexFormat.of()
                        .parseHex(HexFormat.of().formatHex("yol-lottery-seed/1".getBytes(StandardCharsets.UTF_8))
                                + own
                                + JAPANESE
                                + KAZAKH)));
        assertThat(lotteries.entrants(drawn))
                .hasSize(2)
                .contains(new Entrants.Entrant(number(first), first.at("/id")))
                .extracting(Entrants.Entrant::number)
                .isSorted();
        assertThat(shown.at("/entrants/digest").asString())
                .isEqualTo(Sha256.hex(String.join(
                        "\n",
                        lotteries.entrants(drawn).stream()
                                .map(Entrants.Entrant::number)
                                .toList())));
        List<String> kinds = kinds(drawn).reversed();
        assertThat(kinds.lastIndexOf("lottery-commitment")).isLessThan(kinds.indexOf("submission"));
        assertThat(kinds.subList(kinds.lastIndexOf("submission") + 1, kinds.size()))
                .filteredOn(kind -> kind.startsWith("lottery"))
                .containsExactly("lottery-entrants", "lottery-opening", "lottery-opening", "lottery-opening");

        // Somebody puts another in the list.
        database.getCollection("lottery-entrants", Document.class)
                .updateOne(
                        Filters.eq(
                                "_id",
                                drawn + "/" + shown.at("/entrants/digest").asString() + "/0"),
                        Updates.set("some.0.number", "ab".repeat(32)));
        assertThatIllegalStateException().isThrownBy(() -> lotteries.entrants(drawn));
    }

    @Test
    void isDrawnAtOnceWhereNobodyElseTakesPart() {
        Instant now = Instant.now();
        String closed = call + "-closed";
        tell(CallFixtures.published(closed, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))), 1);

        await().atMost(SOON).until(() -> lotteries.drawn(closed).isPresent());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lotteries.problems(closed)).isEmpty());
        assertThat(lottery(closed).at("/entrants/number")).isEqualTo("0");
        assertThat(kinds(closed).reversed().stream().filter(kind -> kind.startsWith("lottery")))
                .containsExactly("lottery-commitment", "lottery-entrants", "lottery-opening");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events.poll())
                        .filteredOn(record -> record.key().equals(closed))
                        .hasSize(3));
    }

    /** From the receipt alone. */
    private static String number(Answer submitted) {
        JsonNode says = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder()
                        .decode(submitted.at("/receipt/jws").split("\\.")[1]));
        return CanonicalJson.sha256(Map.of(
                "entrant", says.at("/receipt").asString(),
                "salt", says.at("/log/salt").asString()));
    }

    private void tell(CallPublished published, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                published.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(published));
    }

    private Answer lottery(String callId) {
        return Api.asAnybody(port).get("/api/selections/lotteries/" + callId);
    }

    private Answer bind(Account authority, String callId, String commitment) {
        return api.as(authority)
                .put("/api/selections/lotteries/" + callId + "/contribution", null, """
                {"commitment": "%s"}""".formatted(commitment));
    }

    private Answer open(Account authority, String callId, String part) {
        return api.as(authority).put("/api/selections/lotteries/" + callId + "/opening", null, """
                {"part": "%s"}""".formatted(part));
    }

    private List<String> kinds(String callId) {
        List<String> kinds = new ArrayList<>();
        Api.asAnybody(port)
                .get("/api/log/entries?limit=100&call=" + callId)
                .body()
                .at("/items")
                .forEach(item -> kinds.add(item.at("/entry/kind").asString()));
        return kinds;
    }
}
