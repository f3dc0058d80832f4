package org.yol.localrun;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the platform keeps its state, where it listens, and what of it is real instead of embedded.
 *
 * @param root the folder of the project, where the modules and their jars are
 * @param home the folder of everything that is kept between two runs
 * @param mongodbUri a real MongoDB, used instead of the embedded store
 * @param kafkaBootstrapServers a real Kafka, used instead of the embedded broker
 * @param sampleData whether programmes and applications are created on a fresh start
 */
public record Settings(
        Path root,
        Path home,
        Ports ports,
        Optional<String> mongodbUri,
        Optional<String> kafkaBootstrapServers,
        boolean sampleData) {

    /**
     * Reads the settings of a person at the console.
     *
     * @param root the folder of the project
     * @throws IllegalArgumentException when a variable can't be understood
     */
    public static Settings from(Map<String, String> environment, Path root) {
        Path home = Path.of(environment.getOrDefault("YOL_HOME", ".yol"));
        return new Settings(
                root.toAbsolutePath().normalize(),
                root.resolve(home).toAbsolutePath().normalize(),
                Ports.from(environment),
                text(environment, "MONGODB_URI"),
                text(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                !"false".equals(environment.get("YOL_SAMPLE_DATA")));
    }

    /**
     * Settings of a test: an own state folder, free ports, no sample data, and a real MongoDB or Kafka when the
     * environment names one.
     *
     * @param root the folder of the project
     * @param home an empty folder
     */
    public static Settings forTest(Path root, Path home) {
        return new Settings(
                root.toAbsolutePath().normalize(),
                home.toAbsolutePath().normalize(),
                Ports.free(),
                text(System.getenv(), "MONGODB_URI"),
                text(System.getenv(), "KAFKA_BOOTSTRAP_SERVERS"),
                false);
    }

    /** The same settings with the sample data switched on or off. */
    public Settings withSampleData(boolean wanted) {
        return new Settings(root, home, ports, mongodbUri, kafkaBootstrapServers, wanted);
    }

    private static Optional<String> text(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
