package org.yol.gateway.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A service behind the gateway that answers with what it was sent. */
public class Backend {

    /** As many may connect at the same moment: the system's default is 50. */
    private static final int BACKLOG = 256;

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final HttpServer server;
    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

    private Backend(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    public static Backend start(String name) {
        return start(name, 0);
    }

    public static Backend start(String name, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var backend = new Backend(name, server);
            server.createContext("/", backend::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers requests to exactly this path in another way from now on. */
    public Backend on(String path, HttpHandler handler) {
        handlers.put(path, handler);
        return this;
    }

    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void stop() {
        server.stop(0);
    }

    /** What the gateway sent, as the answer's JSON. */
    public record Echo(String service, String method, String path, Map<String, String> headers, int length) {

        public static Echo of(String json) {
            return JSON.readValue(json, Echo.class);
        }

        public String header(String header) {
            return headers.get(header.toLowerCase(Locale.ROOT));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        handlers.getOrDefault(exchange.getRequestURI().getPath(), this::echo).handle(exchange);
    }

    private void echo(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), String.join(",", values)));
        var echo = new Echo(
                name, exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body.length);
        exchange.getResponseHeaders().set("Set-Cookie", "service=1");
        answer(exchange, 200, "application/json", JSON.writeValueAsString(echo));
    }

    public static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
