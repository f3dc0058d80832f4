package org.yol.localrun.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;
import org.yol.localrun.Resource;

/**
 * A real Kafka broker in this process: one node that is broker and controller at once. Its log outlives the process,
 * also one that was killed.
 */
public final class EmbeddedBroker implements Resource {

    private static final String NODE_ID = "1";

    /** Any 22 characters of Base64; always the same, because a log is only opened for the cluster that wrote it. */
    private static final String CLUSTER_ID = "YolLocalRunCluster0000";

    private final Path directory;
    private final Port port;
    private KafkaRaftServer server;

    /**
     * @param directory where the log is kept; created and formatted when it is not there
     * @param port where clients connect
     */
    public EmbeddedBroker(Path directory, Port port) {
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public Map<String, String> offers() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "localhost:" + port.number();
    }

    @Override
    public synchronized void start() throws Exception {
        Files.createDirectories(directory);
        format();
        server = new KafkaRaftServer(new KafkaConfig(configuration()), Time.SYSTEM);
        server.startup();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private void format() throws Exception {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(Integer.parseInt(NODE_ID))
                    .setClusterId(CLUSTER_ID)
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private Properties configuration() {
        // The controller's port is nobody's business but the broker's own, so it may be another one each time.
        int controllerPort = Ports.freeNumbers(1).getFirst();
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE_ID,
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "CLIENTS://127.0.0.1:" + port.number() + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "CLIENTS://" + bootstrapServers(),
                "inter.broker.listener.name",
                "CLIENTS",
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                directory.toString()));
        properties.putAll(singleNode());
        properties.putAll(smallMemory());
        return properties;
    }

    private static Map<String, String> singleNode() {
        return Map.of(
                "auto.create.topics.enable", "true",
                "num.partitions", "3",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                // No second consumer is about to join: do not keep the first one waiting.
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallMemory() {
        return Map.of(
                "num.network.threads", "1",
                "num.io.threads", "2",
                "background.threads", "2",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.index.size.max.bytes", "1048576",
                "log.segment.bytes", "16777216",
                "offsets.topic.segment.bytes", "4194304");
    }
}
