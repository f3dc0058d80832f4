package org.yol.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.notifications.message.MessageFixtures.submitted;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yol.platform.test.AccessTable;
import org.yol.platform.test.AccessTable.Cell;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.RealParts;

@NotificationsTest
class AccessIT {

    private static final AccessTable TABLE = AccessTable.read("access.txt");
    private static final Map<String, Account> READERS = Map.of(
            "another student", Account.NURLAN,
            "reviewer", Account.TANAKA,
            "coordinator", Account.SATO,
            "authority", Account.AUTHORITY_KZ,
            "auditor", Account.AUDITOR);

    @LocalServerPort
    private int port;

    private Person student;
    private String messageId;

    @BeforeEach
    void studentHasAMessage() {
        student = Person.knownSpeaking("en", port);
        try (Applications applications = new Applications()) {
            applications.tell(submitted(UUID.randomUUID().toString(), student.id()), 1);
        }
        messageId = student.inboxOf(1).getFirst().at("/id").asString();
    }

    static Stream<Cell> cells() {
        return TABLE.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everybodyMayDoWhatTheTableSays(Cell cell) throws IOException, InterruptedException {
        assertThat(Cell.meaning(status(cell))).isEqualTo(cell.expected());
    }

    @Test
    void everyEndpointStandsInTheTable(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        assertThat(TABLE.rows().keySet()).containsExactlyInAnyOrderElementsOf(AccessTable.endpoints(endpoints));
    }

    private int status(Cell cell) throws IOException, InterruptedException {
        Account reader = cell.reader().equals("student") ? student.account() : READERS.get(cell.reader());
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + cell.path().replace("{id}", messageId)))
                .method(cell.method(), BodyPublishers.ofString("{\"language\":\"en\",\"email\":true}"))
                .header("Content-Type", "application/json");
        if (reader != null) {
            String seen = Api.as(reader, port).get("/api/preferences").eTag();
            request.header("Authorization", "Bearer " + RealParts.issuer().token(reader))
                    .header("If-Match", seen);
        }
        // Closing it ends the stream, which would otherwise never be done.
        HttpClient http = HttpClient.newHttpClient();
        try {
            return http.send(request.build(), BodyHandlers.ofLines()).statusCode();
        } finally {
            http.shutdownNow();
        }
    }
}
