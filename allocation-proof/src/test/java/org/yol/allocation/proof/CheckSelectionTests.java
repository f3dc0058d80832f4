package org.yol.allocation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, in this process. */
class CheckSelectionTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return CheckSelection.run(new PrintStream(said, true), words);
    }

    private String[] files(PublishedRecord published) throws IOException {
        return new String[] {
            Files.write(folder.resolve("input.json"), published.inputBytes()).toString(),
            Files.write(folder.resolve("result.json"), published.resultBytes()).toString()
        };
    }

    @Test
    void saysWhatItChecked() throws IOException {
        assertThat(run(files(PublishedRecord.of("reserves")))).isEqualTo(CheckSelection.RIGHT);
        assertThat(said.toString())
                .contains(
                        "Selection of the call kz-masters-2027, mode reserves",
                        "6 applicants with 9 choices, 2 places with 4 seats; 4 seats are given, 3 entries of reserve lists",
                        "Nobody prefers a place that would choose them: yes",
                        "No other such outcome is better for any applicant: yes",
                        "All is right.");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        var wrong =
                PublishedRecord.of("reserves").tampered(it -> it.choice(4, 1).put("score", "99.00"));
        assertThat(run(files(wrong))).isEqualTo(CheckSelection.WRONG);
        assertThat(said.toString())
                .contains(
                        "Nobody prefers a place that would choose them: NO, 1 fault",
                        "FAULT BLOCKING " + PublishedRecord.number(4) + " would rather have tsukuba than nothing",
                        "not asked, since this one has faults already",
                        "This is NOT what the rules give.");
    }

    @Test
    void explainsOneApplicant() throws IOException {
        String[] files = files(PublishedRecord.of("reserves"));
        assertThat(run(files[0], files[1], "--number", PublishedRecord.number(2)))
                .isEqualTo(CheckSelection.RIGHT);
        assertThat(said.toString()).contains("1. tsukuba, score 70.00: offered, a seat \"rural\".");
        run(files[0], files[1], "--number", "7");
        assertThat(said.toString()).contains("Nothing can be said of 7");
    }

    @Test
    void fetchesWhatIsPublished() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String file : new String[] {"input", "result"}) {
            server.createContext("/api/selections/1/" + file, exchange -> {
                try (exchange) {
                    byte[] body = PublishedRecord.bytes("caps-" + file + ".json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
        }
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/api/selections/";
            assertThat(run(address + "1/")).isEqualTo(CheckSelection.RIGHT);
            assertThat(run(address + "2")).isEqualTo(CheckSelection.NOT_CHECKED);
            assertThat(said.toString()).contains("All is right.", "/api/selections/2/input answers 404");
        } finally {
            server.stop(0);
        }
        assertThat(run("http://localhost:" + server.getAddress().getPort() + "/api/selections/1"))
                .isEqualTo(CheckSelection.NOT_CHECKED);
        assertThat(said.toString()).contains("cannot be fetched: ConnectException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one two three", "ftp://x", "--number", "one two --lock", "one two"})
    void couldNotCheck(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(CheckSelection.NOT_CHECKED);
        assertThat(said.toString()).hasLineCount(1);
    }

    @Test
    void whatOthersWroteDoesNotMoveAboutOnTheTerminal() throws IOException {
        var wrong = PublishedRecord.of("reserves").tampered(it -> it.input().put("mode", "\u001b[2J"));
        assertThat(run(files(wrong))).isEqualTo(CheckSelection.WRONG);
        assertThat(said.toString()).doesNotContain("\u001b").contains("The outcome could not be checked");
    }
}
