package org.yol.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yol.transparency.AddCheckpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.Witness;

/** Where logs ask for a cosignature themselves (c2sp.org/tlog-witness, add-checkpoint). */
final class AddCheckpointServer implements AutoCloseable {

    private static final String PATH = "/add-checkpoint";
    private static final int LONGEST = SignedNote.LONGEST;

    static {
        // Read when the server's classes are loaded. Whoever sends a byte a minute is not waited for.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        System.setProperty("jdk.httpserver.maxConnections", "200");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Watch watch;
    private final Terminal terminal;

    /** @param port 0 for any */
    AddCheckpointServer(int port, Watch watch, Terminal terminal) {
        this.watch = watch;
        this.terminal = terminal;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on: " + e.getMessage(), e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                answer(exchange, 404, "Ask at " + PATH);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                answer(exchange, 405, "POST a checkpoint");
            } else {
                add(exchange);
            }
        } catch (RuntimeException e) {
            terminal.say("could not answer somebody who asked for a cosignature: " + e.getMessage());
            answer(exchange, 500, "The witness cannot sign now");
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            answer(exchange, 413, "A checkpoint with its proof has at most " + LONGEST + " bytes");
            return;
        }
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, e.getMessage());
            return;
        } catch (CharacterCodingException e) {
            answer(exchange, 400, "The request is not UTF-8");
            return;
        }
        Witness.Answer answer = watch.add(request);
        switch (answer) {
            case Witness.Cosigned cosigned ->
                answer(exchange, answer.status(), cosigned.signature().line());
            case Witness.Conflict conflict -> {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                answer(exchange, answer.status(), Long.toString(conflict.size()));
            }
            case Witness.BadRequest bad -> answer(exchange, answer.status(), bad.reason());
            case Witness.NotSigned not -> answer(exchange, answer.status(), not.reason());
            case Witness.UnknownLog _ -> answer(exchange, answer.status(), "This witness watches another log");
            case Witness.Inconsistent _ ->
                answer(exchange, answer.status(), "The proof does not show that the log only grew");
        }
    }

    private static void answer(HttpExchange exchange, int status, String line) throws IOException {
        byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/plain; charset=utf-8"));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
