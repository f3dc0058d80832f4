package org.yol.applications.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.TestPdf;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.RealParts;

/**
 * Fifty uploads and a hundred slow readers of 10 MB at once, and sixty-four quick uploads, at a service in a process of
 * its own with a heap of 256 MB: prints how much of it was used, and fails when one of them did. Not a test, since it
 * takes a minute; {@code docs/operations.md} says how to run it.
 */
final class FilesInLittleMemory {

    private static final int UPLOADS = 50;
    private static final int READERS = 100;
    private static final int SIZE = 10 * 1024 * 1024;
    private static final int STEP = 64 * 1024;

    /** Between two steps of a slow end: 10 MB take half a minute. */
    private static final Duration PAUSE = Duration.ofMillis(180);

    /** Between two beginnings: all of them are under way before the first ends. */
    private static final Duration APART = Duration.ofMillis(100);

    private static final int RUSHED = 64;
    private static final int RUSHED_SIZE = 3 * 1024 * 1024;

    private interface Load {
        void put(ApplicationsApi api, int port, ExecutorService people) throws Exception;
    }

    @Test
    void fiftyUploadsAndAHundredSlowReadersFitIntoASmallHeap() throws Exception {
        inAService(FilesInLittleMemory::run);
        System.out.printf(
                "%d uploads and %d slow readers of 10 MB: at most %d MB of 256 in use after a collection%n",
                UPLOADS, READERS, largestHeap());
    }

    @Test
    void sixtyFourFilesOfThreeMegabytesComeAtOnce() throws Exception {
        inAService(FilesInLittleMemory::rush);
        System.out.printf("at most %d MB of 256 in use after a collection%n", largestHeap());
    }

    private static void inAService(Load load) throws Exception {
        int port = freePort();
        Path log = Path.of("target", "files-in-little-memory.log");
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xlog:gc:file=target/files-in-little-memory.gc:uptime",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.yol.applications.ApplicationsServiceApplication",
                        "--server.port=" + port,
                        "--spring.mongodb.uri=" + RealParts.mongodbAddress(),
                        "--spring.kafka.bootstrap-servers=" + RealParts.kafkaAddress(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + RealParts.issuer().uri())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            load.put(new ApplicationsApi(port, events), port, people);
            assertThat(service.isAlive()).isTrue();
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
        }
    }

    /** Twice, since the first time everything is slow. */
    private static void rush(ApplicationsApi api, int port, ExecutorService people) throws Exception {
        String call = "call-" + UUID.randomUUID();
        until(port);
        api.callIsOpen(call);
        for (String round : List.of("first", "second")) {
            List<Account> students = new ArrayList<>();
            List<Answer> drafts = new ArrayList<>();
            List<byte[]> files = new ArrayList<>();
            for (int i = 0; i < RUSHED; i++) {
                students.add(Account.student("rush-" + i + "-" + UUID.randomUUID(), "Rush", "KZ"));
                drafts.add(api.start(students.get(i), call));
                files.add(TestPdf.of(RUSHED_SIZE + i));
            }
            long begun = System.nanoTime();
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < RUSHED; i++) {
                int number = i;
                all.add(people.submit(() -> {
                    Answer answer = api.upload(
                            students.get(number), drafts.get(number), "passport", "passport.pdf", files.get(number));
                    if (answer.status() != 200) {
                        throw new IllegalStateException(answer.text());
                    }
                    return (System.nanoTime() - begun) / 1_000_000;
                }));
            }
            List<Long> millis = new ArrayList<>();
            for (Future<Long> one : all) {
                millis.add(one.get(5, TimeUnit.MINUTES));
            }
            millis.sort(null);
            System.out.printf(
                    "%d uploads of 3 MB at once, %s time: half of them after %d ms, all after %d ms%n",
                    RUSHED, round, millis.get(RUSHED / 2), millis.getLast());
        }
    }

    private static void run(ApplicationsApi api, int port, ExecutorService people) throws Exception {
        String call = "call-" + UUID.randomUUID();
        until(port);
        api.callIsOpen(call);
        Account reader = Account.student("reader-" + UUID.randomUUID(), "Reader", "KZ");
        Answer read = api.upload(reader, api.start(reader, call), "passport", "passport.pdf", file(0));
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            all.add(people.submit(() -> read(port, reader, read)));
            Thread.sleep(APART);
        }
        for (int i = 0; i < UPLOADS; i++) {
            Account student = Account.student("up-" + i + "-" + UUID.randomUUID(), "Up", "KZ");
            Answer draft = api.start(student, call);
            int number = i + 1;
            all.add(people.submit(() -> upload(port, student, draft, number)));
            Thread.sleep(APART);
        }
        for (Future<?> one : all) {
            one.get(5, TimeUnit.MINUTES);
        }
    }

    private static Void upload(int port, Account student, Answer draft, int number) throws InterruptedException {
        byte[] bytes = file(number);
        try (UploadLine line = UploadLine.begin(port, student, draft, "passport.pdf", SIZE)) {
            for (int at = 0; at < SIZE; at += STEP) {
                line.send(Arrays.copyOfRange(bytes, at, at + STEP));
                Thread.sleep(PAUSE);
            }
            String answer = line.finish();
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException(answer);
            }
        }
        return null;
    }

    private static Void read(int port, Account reader, Answer application) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            // Little of it may wait on the way.
            socket.setReceiveBufferSize(STEP);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write(("GET " + path(application) + "/documents/passport HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Bearer "
                                    + RealParts.issuer().token(reader)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            long total = 0;
            byte[] some = answer.readNBytes(STEP);
            while (some.length > 0) {
                total += some.length;
                Thread.sleep(PAUSE);
                some = answer.readNBytes(STEP);
            }
            if (total < SIZE) {
                throw new IllegalStateException("only " + total + " bytes");
            }
        }
        return null;
    }

    private static byte[] file(int number) {
        byte[] bytes = TestPdf.of(SIZE);
        bytes[SIZE / 2] = (byte) number;
        return bytes;
    }

    private static int largestHeap() throws IOException {
        return Files.readAllLines(Path.of("target", "files-in-little-memory.gc")).stream()
                .map(Pattern.compile("->(\\d+)M\\(")::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static void until(int port) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("The service does not start");
    }
}
