package org.yol.localrun.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that the platform expects of a service: a process that says it is ready, or not while it is told so. */
final class StandInService {

    /** The variable that names a file: while it is there, the service is not ready. */
    static final String NOT_READY_FILE = "NOT_READY_FILE";

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Path notReady = Path.of(System.getenv(NOT_READY_FILE));
        server.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(Files.exists(notReady) ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("2026-11-22 INFO stand-in listens");
        System.out.println("2026-11-22 ERROR something to show");
    }
}
