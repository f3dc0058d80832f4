package org.yol.gateway.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection that sends what no HTTP client would, such as a request without its end. */
public class Line implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final BufferedReader answer;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends the head of a request, and the beginning of its body. */
    public static Line open(int port, String body, String... head) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var request = String.join("\r\n", head) + "\r\nHost: localhost:" + port + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new Line(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends so many bytes more, one now and then, until the connection ends. */
    public void drip(int bytes) {
        try {
            for (int sent = 0; sent < bytes; sent++) {
                Thread.sleep(Duration.ofMillis(50));
                socket.getOutputStream().write(' ');
            }
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the first line of the answer. */
    public String status() {
        try {
            return answer.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the answer and, because nothing else would end the request, for the end of the connection. */
    public String answerAndEnd() {
        try {
            return answer.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
