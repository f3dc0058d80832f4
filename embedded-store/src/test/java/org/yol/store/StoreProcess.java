package org.yol.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A store in a process that a test can kill. It says where it listens. */
final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws Exception {
        MongoServer server = new MongoServer(DurableBackend.open(Path.of(arguments[0])));
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 16);
        System.out.println(server.getConnectionString());
        new CountDownLatch(1).await();
    }

    /** @param heap as the JVM takes it, like 200m */
    static Process start(Path folder, String heap) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static MongoClient connect(Process process) throws IOException {
        String address = process.inputReader()
                .lines()
                .filter(line -> line.startsWith("mongodb://"))
                .findFirst()
                .orElseThrow();
        return MongoClients.create(address + "/?retryWrites=false&retryReads=false&serverSelectionTimeoutMS=5000");
    }
}
