package org.yol.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.TestLog;
import org.yol.transparency.Tile;

/** A log over HTTP, as applications-service serves it, which can be made to misbehave. */
final class LogServer implements AutoCloseable {

    /** Answers instead of the log; says whether it did. */
    interface Fault {
        boolean answers(HttpExchange exchange, String path) throws IOException;
    }

    private static final String PREFIX = "/api/log/";

    final List<String> cosignatures = new CopyOnWriteArrayList<>();
    final List<String> evidence = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Integer> introductions = new ArrayList<>();
    volatile TestLog log;
    volatile Supplier<SignedNote> checkpoint = () -> log.checkpoint();
    volatile Fault fault = (exchange, path) -> false;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    LogServer(TestLog log) throws IOException {
        this(log, 0);
    }

    LogServer(TestLog log, int port) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(PREFIX, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + port() + "/api/log");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Signs with these keys from now on. */
    void signWith(SigningKey... keys) {
        checkpoint = () -> {
            String text = log.checkpoint().text();
            SignedNote note = new SignedNote(text, List.of());
            for (SigningKey key : keys) {
                note = note.with(key.sign(text));
            }
            return note;
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString().substring(PREFIX.length());
            asked.add(path);
            if (fault.answers(exchange, path)) {
                return;
            }
            switch (path) {
                case "checkpoint" -> answer(exchange, 200, checkpoint.get().toString());
                case "keys" ->
                    answer(
                            exchange,
                            200,
                            "{\"origin\":\"%s\",\"keys\":[\"%s\"]}"
                                    .formatted(log.origin(), log.key().verifierKey()));
                case "cosignatures" -> take(exchange, cosignatures);
                case "evidence" -> take(exchange, evidence);
                default -> {
                    if (path.startsWith("entries?kind=log-key")) {
                        answer(exchange, 200, introductions());
                    } else {
                        tile(exchange, path);
                    }
                }
            }
        }
    }

    private String introductions() {
        return introductions.stream()
                .map(index -> "{\"index\":%d,\"leaf\":\"%s\"}".formatted(index, log.leaf(index)))
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}"));
    }

    private void tile(HttpExchange exchange, String path) throws IOException {
        byte[] body;
        try {
            body = path.startsWith("tile/entries/") ? log.entries(Tile.parseEntries(path)) : log.read(Tile.parse(path));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            answer(exchange, 404, "{\"title\":\"Not found\"}");
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void take(HttpExchange exchange, List<String> taken) throws IOException {
        taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
    }

    static boolean answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
