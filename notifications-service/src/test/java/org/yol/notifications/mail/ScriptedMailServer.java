package org.yol.notifications.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server at the wire, with the whims that mail servers have. Takes everything else it is sent. */
final class ScriptedMailServer implements AutoCloseable {

    /** What it does to one mail, at the next occasion. */
    enum Whim {
        /** Says 421 to its beginning and hangs up. */
        CLOSING,
        /** Hangs up in the middle of it. */
        DYING_BEFORE_THE_END,
        /** Takes it and hangs up before it says so. */
        DYING_BEFORE_THE_ANSWER,
        /** Says 554 when it has all of it. */
        REFUSING
    }

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Queue<Whim> whims = new ConcurrentLinkedQueue<>();

    ScriptedMailServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void next(Whim whim) {
        whims.add(whim);
    }

    /** How many have connected so far. */
    int connections() {
        return connections.size();
    }

    /** The Message-IDs of all mails that were taken. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    void hangUpOnAll() {
        connections.forEach(ScriptedMailServer::hangUp);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.startVirtualThread(() -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            say(connection, "220 ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("MAIL") && whims.peek() == Whim.CLOSING) {
                    whims.remove();
                    say(connection, "421 closing");
                    return;
                } else if (line.equals("DATA")) {
                    say(connection, "354 go on");
                    if (!take(connection, lines)) {
                        return;
                    }
                } else if (line.equals("QUIT")) {
                    say(connection, "221 bye");
                    return;
                } else {
                    say(connection, "250 ok");
                }
            }
        } catch (IOException gone) {
            hangUp(connection);
        }
    }

    private boolean take(Socket connection, BufferedReader lines) throws IOException {
        Whim whim = whims.poll();
        if (whim == Whim.DYING_BEFORE_THE_END) {
            lines.readLine();
            return false;
        }
        String id = null;
        for (String line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
            if (line == null) {
                return false;
            }
            id = line.startsWith("Message-ID: ") ? line.substring("Message-ID: ".length()) : id;
        }
        if (whim == Whim.REFUSING) {
            say(connection, "554 no");
            return true;
        }
        taken.add(id);
        if (whim == Whim.DYING_BEFORE_THE_ANSWER) {
            return false;
        }
        say(connection, "250 taken");
        return true;
    }

    private static void say(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void hangUp(Socket connection) {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        hangUpOnAll();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
