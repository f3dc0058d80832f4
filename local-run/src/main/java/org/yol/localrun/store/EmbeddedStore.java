package org.yol.localrun.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yol.localrun.Port;
import org.yol.localrun.Resource;
import org.yol.store.DurableBackend;

/** A MongoDB-compatible store in this process, kept in a folder. */
public final class EmbeddedStore implements Resource {

    /** Readers need not wait for those that write, who take turns. */
    private static final int WORKERS = 64;

    private final Path directory;
    private final Port port;
    private MongoServer server;

    /**
     * @param directory where it is kept
     * @param port where clients connect
     */
    public EmbeddedStore(Path directory, Port port) {
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public Map<String, String> offers() {
        return Map.of("MONGODB_URI", uri());
    }

    /** The address for clients. */
    public String uri() {
        return "mongodb://localhost:" + port.number();
    }

    @Override
    public synchronized void start() throws Exception {
        Files.createDirectories(directory);
        server = new MongoServer(DurableBackend.open(directory));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), 1, WORKERS);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }
}
