package org.yol.store;

import de.bwaldvogel.mongo.MongoServer;
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
}
