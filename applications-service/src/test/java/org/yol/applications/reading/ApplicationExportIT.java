package org.yol.applications.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;

/** Long lists as files: each row is so long that no buffer on the way holds the whole. */
@Import(ApplicationExportIT.Listening.class)
class ApplicationExportIT extends AtAnOpenCall {

    private static final int ROWS = 2_500;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String LONG_NAME = "A".repeat(4_000);

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Cursors cursors;

    @LocalServerPort
    private int port;

    @BeforeEach
    void manyHaveApplied() {
        Answer submitted = api.submitted(Account.student("first-of-many", "Aigerim", "KZ"), call);
        BsonDocument one = database.getCollection("applications", BsonDocument.class)
                .find(new BsonDocument("_id", new BsonString(submitted.at("/id"))))
                .first();
        List<BsonDocument> many = new ArrayList<>();
        for (int number = 1; number < ROWS; number++) {
            BsonDocument another = one.clone();
            another.put("_id", new BsonString(submitted.at("/id") + "-" + number));
            another.getDocument("student").put("id", new BsonString("student-" + number));
            another.getDocument("student").put("name", new BsonString(LONG_NAME + " " + number));
            another.remove("due");
            many.add(another);
        }
        database.getCollection("applications", BsonDocument.class).insertMany(many);
        cursors.open.clear();
    }

    @Test
    void everyRowComesOnceAndTheirNumberFirst() {
        Answer all = api.as(Account.SATO).get("/api/applications?sort=name&callId=" + call, "Accept", "text/csv");

        assertThat(all.headers().getFirst("X-Total-Count")).isEqualTo(String.valueOf(ROWS));
        assertThat(all.text().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .hasSize(ROWS)
                .doesNotHaveDuplicates();
        assertThat(cursors.open).isEmpty();
    }

    @Test
    void readerWhoLeavesLeavesNoCursor() throws IOException {
        try (Socket line = reading("")) {
            assertThat(begun(line)).contains("200", "X-Total-Count: " + ROWS, "A".repeat(1_000));
            assertThat(cursors.open).hasSize(1);
        }

        Awaitility.await().atMost(SOON).until(cursors.open::isEmpty);
    }

    @Test
    void whatTheStoreBreaksOffHasNoEnd(@Autowired MongoClient client) throws IOException {
        try (Socket line = reading("&sort=name")) {
            begun(line);
            Awaitility.await().atMost(SOON).until(() -> cursors.open.size() == 1);
            client.getDatabase(database.getName())
                    .runCommand(new BsonDocument("killCursors", new BsonString("applications"))
                            .append("cursors", new BsonArray(List.copyOf(cursors.open))));

            byte[] rest = rest(line);

            assertThat(rest.length).isLessThan(ROWS * LONG_NAME.length());
            assertThat(new String(rest, StandardCharsets.UTF_8))
                    .as("neither the last chunk nor a problem for a last row")
                    .doesNotEndWith("\r\n0\r\n\r\n")
                    .doesNotContain("urn:yol:problem");
        }
    }

    /** A reader on a line that takes little ahead. */
    private Socket reading(String query) throws IOException {
        Socket line = new Socket();
        line.setReceiveBufferSize(4_096);
        line.setSoTimeout((int) SOON.toMillis());
        line.connect(new InetSocketAddress("localhost", port));
        line.getOutputStream()
                .write(("GET /api/applications?callId=" + call + query + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Accept: text/csv\r\nAuthorization: Bearer "
                                + RealParts.issuer().token(Account.SATO) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static String begun(Socket line) throws IOException {
        return new String(line.getInputStream().readNBytes(20_000), StandardCharsets.UTF_8);
    }

    /** All there still is, whether it ends well or not. */
    private static byte[] rest(Socket line) {
        var got = new java.io.ByteArrayOutputStream();
        try (InputStream answer = line.getInputStream()) {
            answer.transferTo(got);
        } catch (IOException brokenOff) {
            assertThat(brokenOff).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
        return got.toByteArray();
    }

    /** Those of applications that the store keeps open for the service. */
    static final class Cursors implements CommandListener {

        private final Set<BsonValue> open = ConcurrentHashMap.newKeySet();
        private final Map<Integer, BsonValue> fetched = new ConcurrentHashMap<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("killCursors")) {
                open.removeAll(List.copyOf(event.getCommand().getArray("cursors")));
            } else if (event.getCommandName().equals("getMore")) {
                fetched.put(event.getRequestId(), event.getCommand().getInt64("getMore"));
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
            if (cursor.getString("ns", new BsonString("")).getValue().endsWith(".applications")) {
                BsonInt64 id = cursor.getInt64("id");
                if (event.getCommandName().equals("find") && id.getValue() != 0) {
                    open.add(id);
                }
            }
            BsonValue fetchedFrom = fetched.remove(event.getRequestId());
            if (fetchedFrom != null && cursor.getInt64("id").getValue() == 0) {
                open.remove(fetchedFrom);
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        Cursors cursors() {
            return new Cursors();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer counted(Cursors cursors) {
            return settings -> settings.addCommandListener(cursors);
        }
    }
}
