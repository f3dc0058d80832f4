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
import java.util.function.Function;
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
                        "The two files are right");
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
    void saysThatTheLogWasNotReadWhereTwoFilesAreGiven() throws IOException {
        assertThat(run(files(PublishedRecord.of("caps")))).isEqualTo(CheckSelection.RIGHT);
        assertThat(said.toString()).contains("The public log was not read", "The two files are right");
    }

    /** Serves a record and the log, in which everything is in order. */
    private final class Published implements AutoCloseable {

        final LoggedRecord record = LoggedRecord.of("reserves");
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Published() throws IOException {
            serve("/api/selections/1/input", _ -> record.input());
            serve("/api/selections/1/result", _ -> record.result());
            serve(
                    "/api/selections/lotteries/kz-masters-2027/entrants",
                    _ -> record.log().get("entrants"));
            serve("/api/log/", path -> record.log().get(path.substring("/api/log/".length())));
            server.start();
        }

        private void serve(String path, Function<String, byte[]> body) {
            server.createContext(path, exchange -> {
                try (exchange) {
                    byte[] bytes = body.apply(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
        }

        String address(String path) {
            return "http://localhost:" + server.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void fetchesWhatIsPublishedAndReadsTheLog() throws IOException {
        String gone;
        try (Published published = new Published()) {
            gone = published.address("/api/selections/1/");
            assertThat(run(gone)).isEqualTo(CheckSelection.RIGHT);
            assertThat(said.toString())
                    .contains(
                            "All parts of the seed were bound before the first submission: yes (operator: entry 300",
                            "The digest of the result is in the log",
                            "All is right.");
            assertThat(run(published.address("/api/selections/2"))).isEqualTo(CheckSelection.NOT_CHECKED);
            assertThat(said.toString()).contains("/api/selections/2/input answers 404");
        }
        assertThat(run(gone)).isEqualTo(CheckSelection.NOT_CHECKED);
        assertThat(said.toString()).contains("cannot be fetched: ConnectException");
    }

    @Test
    void readsTheLogOfTwoFilesWhereItIsSaid() throws IOException {
        try (Published published = new Published()) {
            String input =
                    Files.write(folder.resolve("i"), published.record.input()).toString();
            String result =
                    Files.write(folder.resolve("r"), published.record.result()).toString();
            String key = published.record.key();
            assertThat(run(input, result, "--log", published.address("/api/log"), "--log-key", key))
                    .isEqualTo(CheckSelection.RIGHT);
            assertThat(said.toString()).contains("All is right.");
        }
    }

    @Test
    void saysWhichEntryOfTheLogIsWrong() throws IOException {
        try (Published published = new Published()) {
            published.record.boundLate();
            assertThat(run(published.address("/api/selections/1"))).isEqualTo(CheckSelection.WRONG);
            assertThat(said.toString())
                    .contains(
                            "All parts of the seed were bound before the first submission: NO, 1 fault",
                            "FAULT LOG entry 303 binds KZ after the first submission, which is entry 302",
                            "This is NOT what the rules give.");
        }
    }

    @Test
    void saysThatTheLogCouldNotBeRead() throws IOException {
        try (Published published = new Published()) {
            String address = published.address("/api/selections/1");
            assertThat(run(address, "--log", published.address("/nowhere"))).isEqualTo(CheckSelection.NOT_CHECKED);
            assertThat(said.toString())
                    .contains("The public log could not be read: ", "/nowhere/checkpoint answers 404")
                    .contains("The two files are right; the log was not checked.");
        }
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
