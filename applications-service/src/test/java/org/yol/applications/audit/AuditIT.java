package org.yol.applications.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.AtOnce;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.RecordedAct;

class AuditIT extends AtAnOpenCall {

    @Autowired
    private MongoDatabase database;

    @Autowired
    private AggregateCollections collections;

    @Autowired
    private CommittedHeads committed;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditVerification verification;

    @Test
    void tellsAnAuditorWhoDidWhatToAnApplication() {
        Answer offered = api.offered(AIGERIM, call);
        api.as(AUTHORITY_KZ).get(path(offered));
        api.as(TANAKA).get(path(offered) + "/documents/passport");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(offered))
                        .containsExactlyInAnyOrder(
                                "started by the student",
                                "document-attached by the student",
                                "document-read by tanaka",
                                "submitted by the student",
                                "reviewed by tanaka",
                                "review-begun by null",
                                "read by sato",
                                "decided by sato",
                                "announced by sato",
                                "decision-published by null",
                                "read by authority-kz"));
        Answer submitted = api.as(AUDITOR).get("/api/audit?kind=submitted&subject=" + offered.at("/id"));
        assertThat(submitted.at("/items/0/facts/receipt")).isEqualTo(offered.at("/receipt/id"));
        assertThat(submitted.at("/items/0/facts/sha256")).isEqualTo(offered.at("/receipt/sha256/submission"));
        assertThat(verification.verify(_ -> {})).contains("entries hold; the hash of the last one is ");
        assertThat(api.as(AUDITOR)
                        .get("/api/audit?by=sato&subject=" + offered.at("/id"), "Accept", "text/csv")
                        .text()
                        .lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains(",sato,coordinator,decided,", "outcome=selected"));
    }

    @Test
    void isReadByAuditorsAlone() {
        for (Account reader : List.of(AIGERIM, TANAKA, SATO, AUTHORITY_KZ)) {
            assertThat(api.as(reader).get("/api/audit").status())
                    .as(reader.id())
                    .isEqualTo(403);
        }
        assertThat(api.as(AUDITOR).get("/api/audit?limit=2").status()).isEqualTo(200);
    }

    @Test
    void sayingTheSameTwiceIsOneAct() {
        Answer submitted = api.submitted(AIGERIM, call);
        assertThat(api.review(TANAKA, submitted, "\"0\"", 9, 7).status()).isEqualTo(200);
        assertThat(api.review(TANAKA, submitted, "\"0\"", 9, 7).status()).isEqualTo(200);
        assertThat(api.as(TANAKA).get(path(submitted)).status()).isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(submitted)).contains("read by tanaka", "review-begun by null"));
        assertThat(told(submitted)).containsOnlyOnce("reviewed by tanaka");
    }

    @Test
    void whoeverRewritesTheStoreIsFound() {
        for (int i = 0; i < 5; i++) {
            chain().add(List.of(act()));
        }
        MongoCollection<Document> stored = database.getCollection("audit");
        long middle = stored.find().sort(descending("_id")).first().getLong("_id") - 2;
        Document entry = stored.find(eq("_id", middle)).first();

        stored.updateOne(eq("_id", middle), Updates.set("by", "nobody"));
        assertThatIllegalStateException()
                .isThrownBy(() -> verification.verify(_ -> {}))
                .withMessageContaining("entry " + middle + " was changed");

        stored.deleteOne(eq("_id", middle));
        assertThatIllegalStateException()
                .isThrownBy(() -> verification.verify(_ -> {}))
                .withMessageContaining("entry " + middle + " is missing");

        stored.insertOne(entry);
        assertThat(verification.verify(_ -> {})).contains("entries hold");
    }

    @Test
    void twoProcessesEnterManyActsOnceEachWithoutAGap() throws Exception {
        List<AuditChain> replicas = List.of(chain(), chain());
        List<RecordedAct> acts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            acts.add(act());
        }

        AtOnce.of(64, number -> {
            // Each is told to both, as when a lease ends while somebody is still at it.
            replicas.get(number % 2).add(List.of(acts.get(number)));
            replicas.get((number + 1) % 2).add(List.of(acts.get(number), acts.get((number + 1) % 64)));
            return number;
        });

        for (RecordedAct act : acts) {
            assertThat(database.getCollection("audit").countDocuments(eq("actId", act.id())))
                    .isEqualTo(1);
        }
        assertThat(verification.verify(_ -> {})).contains("entries hold");
    }

    @Test
    void itsHeadIsTheLastEntryOfEachDatabase() {
        RecordedAct act = act();
        trail.record(List.of(act));

        assertThat(trail.heads()).singleElement().satisfies(head -> {
            assertThat(head.database()).isEqualTo(database.getName());
            Document last = database.getCollection("audit")
                    .find(eq("_id", head.entries()))
                    .first();
            assertThat(head.hash()).isEqualTo(last.getString("hash"));
            assertThat(head.entries()).isGreaterThanOrEqualTo(number(act));
        });
    }

    @Test
    void whereItStoodIsInThePublicLogAndTheTrailIsComparedWithThat() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !committed.of(database.getName()).isEmpty());

        Answer noted = api.as(AUDITOR).get("/api/log/entries?kind=audit-heads&limit=1");
        AuditHead last = committed.of(database.getName()).getLast();

        assertThat(noted.at("/items/0/entry/chains/0/database")).isEqualTo(last.database());
        assertThat(noted.at("/items/0/entry/chains/0/hash")).isEqualTo(last.hash());
        assertThat(verification.verify(_ -> {})).contains("entries hold");
    }

    private long number(RecordedAct act) {
        return database.getCollection("audit")
                .find(eq("actId", act.id()))
                .first()
                .getLong("_id");
    }

    private AuditChain chain() {
        return new AuditChain(collections);
    }

    private static RecordedAct act() {
        return RecordedAct.now(
                new Act("read", "sato", "coordinator", "kz-" + UUID.randomUUID(), Map.of()), Instant.now());
    }

    private List<String> told(Answer application) {
        List<String> told = new ArrayList<>();
        api.as(AUDITOR)
                .get("/api/audit?limit=100&subject=" + application.at("/id"))
                .body()
                .at("/items")
                .forEach(entry -> told.add(entry.at("/kind").asString() + " by "
                        + (entry.at("/role").asString("").equals("student")
                                ? "the student"
                                : entry.at("/by").asString(null))));
        return told;
    }
}
