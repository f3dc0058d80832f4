package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

/** Of programmes that were written before providers said who they are. */
@ProgramsTest
class ProviderNamingIT {

    private final String id = "programme-" + UUID.randomUUID();
    private final String provider = "ministry-" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    @Autowired
    ProviderNaming naming;

    @AfterEach
    void forgetIt() {
        database.getCollection("programmes").deleteOne(Filters.eq("_id", id));
    }

    @Test
    void whatAProgrammeSaidOfItsProviderIsKnownOfIt() {
        aProgrammeOfAnEarlierRelease("Ministry of Higher Education");

        naming.keepEarlierProviders();
        naming.keepEarlierProviders();

        Answer known = new ProgramsApi(port).asAnybody().get("/api/providers/" + provider);
        assertThat(known.at("/name")).isEqualTo("Ministry of Higher Education");
        assertThat(known.at("/names/en")).isEqualTo("Ministry of Higher Education");
        assertThat(known.eTag()).isEqualTo("\"1\"");
    }

    @Test
    void whatItsOwnPeopleSayStays() {
        ProgramsApi api = new ProgramsApi(port);
        aProgrammeOfAnEarlierRelease("Min. of Higher Ed.");
        api.describe(Account.coordinator("coordinator-of-ministry", provider), "Ministry of Higher Education");

        naming.keepEarlierProviders();

        assertThat(api.asAnybody().get("/api/providers/" + provider).at("/name"))
                .isEqualTo("Ministry of Higher Education");
        assertThat(api.as(Account.AUDITOR).get("/api/programs/" + id).at("/provider/name"))
                .isEqualTo("Ministry of Higher Education");
    }

    private void aProgrammeOfAnEarlierRelease(String nameOfProvider) {
        database.getCollection("programmes")
                .insertOne(Document.parse("""
                        {"version": {"$numberLong": "1"}, "storedForm": 1, "status": "DRAFT",
                         "offer": {"kind": "EXCHANGE", "origins": [], "levels": [], "fields": [], "languages": [],
                                   "sectors": [], "title": {}, "description": {}},
                         "outbox": [], "requests": [], "due": {}}
                        """)
                        .append("_id", id)
                        .append("provider", new Document("id", provider).append("name", nameOfProvider)));
    }
}
