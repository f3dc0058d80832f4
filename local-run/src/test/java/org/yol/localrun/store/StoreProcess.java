package org.yol.localrun.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.yol.localrun.Port;

/** The store in a process that a test can kill. */
final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws Exception {
        new EmbeddedStore(Path.of(arguments[0]), new Port(Integer.parseInt(arguments[1]), "YOL_MONGODB_PORT")).start();
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
