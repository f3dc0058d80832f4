package org.yol.applications.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** ClamAV, where there is one: its {@code clamd} is sent the bytes over a socket, and says what it has found. */
@Component
class VirusScanner {

    /** As a file of a few megabytes may take, and a stopped daemon never ends. */
    private static final int LONGEST_SECONDS = 20;

    private static final int PIECE = 64 * 1024;

    /** Commands end with a zero, and so do answers. */
    private static final byte[] SEND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scan-ends").factory());

    VirusScanner(FileProperties properties) {
        this.address = address(properties.clamd());
    }

    private static SocketAddress address(String clamd) {
        if (clamd.isBlank()) {
            return null;
        }
        URI uri = URI.create(clamd);
        if ("unix".equals(uri.getScheme())) {
            return UnixDomainSocketAddress.of(uri.getPath());
        }
        if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
            return new InetSocketAddress(uri.getHost(), uri.getPort());
        }
        throw new IllegalArgumentException(
                "yol.applications.files.clamd is unix:/path/of/its/socket or" + " tcp://host:port, and not " + clamd);
    }

    /** Whether files are scanned at all. */
    boolean isThere() {
        return address != null;
    }

    /**
     * Has bytes scanned.
     *
     * @return the name of what was found; empty when they are clean
     * @throws IOException when nobody answers, or not in time, or something else
     */
    Optional<String> scan(InputStream bytes) throws IOException {
        String said = ask(bytes);
        if (said.equals(CLEAN)) {
            return Optional.empty();
        }
        if (said.endsWith(FOUND)) {
            return Optional.of(said.substring(said.indexOf(' ') + 1, said.length() - FOUND.length()));
        }
        throw new IOException("clamd says: " + said);
    }

    private String ask(InputStream bytes) throws IOException {
        try (SocketChannel channel = open()) {
            // Channels know no time limit; closing one ends whoever waits for it.
            var end = ends.schedule(() -> close(channel), LONGEST_SECONDS, TimeUnit.SECONDS);
            try {
                channel.connect(
                        address instanceof InetSocketAddress tcp && tcp.isUnresolved()
                                ? new InetSocketAddress(tcp.getHostString(), tcp.getPort())
                                : address);
                send(bytes, new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), PIECE)));
                return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII)
                        .replace("\0", "")
                        .strip();
            } finally {
                end.cancel(false);
            }
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** Pieces, each behind its length; the last is empty. */
    private static void send(InputStream bytes, DataOutputStream to) throws IOException {
        to.write(SEND);
        byte[] piece = bytes.readNBytes(PIECE);
        while (piece.length > 0) {
            to.writeInt(piece.length);
            to.write(piece);
            piece = bytes.readNBytes(PIECE);
        }
        to.writeInt(0);
        to.flush();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }
}
