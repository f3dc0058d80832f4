package org.yol.applications.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Speaks as {@code clamd} does, and finds one phrase. Can be away, and come back. */
final class TestClamd implements AutoCloseable {

    /** What it finds, as {@link VirusScannerTests} has the real one find it. */
    static final String PHRASE = "YOL-TEST-VIRUS-7f3a";

    private final ServerSocket server;
    private volatile boolean away;

    TestClamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "tcp://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** Takes connections from here on, and closes them at once. */
    void leave() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (SocketException closed) {
            // It is what was wanted.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(Socket socket) {
        try (socket;
                DataInputStream from = new DataInputStream(socket.getInputStream())) {
            if (away) {
                return;
            }
            if (!new String(from.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            StringBuilder text = new StringBuilder();
            for (int length = from.readInt(); length > 0; length = from.readInt()) {
                text.append(new String(from.readNBytes(length), StandardCharsets.ISO_8859_1));
            }
            String found = text.indexOf(PHRASE) < 0 ? "OK" : "Test.Phrase FOUND";
            socket.getOutputStream().write(("stream: " + found + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException brokenOff) {
            // Whoever asked says so.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
