package org.yol.bench.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Where a platform of this machine keeps its state and where it listens, by the variables that {@code ./run} reads.
 *
 * @param home its folder of state
 * @param environment the variables of its ports
 * @param store address of the store
 */
public record Installation(Path home, Map<String, String> environment, String store) {

    /**
     * The variables of the ports, with what {@code ./run} takes without them and what a measurement of its own takes.
     */
    private enum Port {
        YOL_GATEWAY_PORT(8080, 18080),
        YOL_PROGRAMS_PORT(8081, 18081),
        YOL_APPLICATIONS_PORT(8082, 18082),
        YOL_NOTIFICATIONS_PORT(8083, 18083),
        YOL_IDENTITY_PORT(9000, 19000),
        YOL_KAFKA_PORT(9092, 19092),
        YOL_MONGODB_PORT(27017, 17017),
        YOL_SMTP_PORT(3025, 13025),
        YOL_MAIL_PORT(8025, 18025);

        private final int usual;
        private final int own;

        Port(int usual, int own) {
            this.usual = usual;
            this.own = own;
        }
    }

    /**
     * The one that {@code ./run} has started.
     *
     * @throws IllegalStateException when nothing was ever started there
     */
    public static Installation running(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("YOL_HOME", ".yol"));
        if (!Files.exists(home.resolve("identity"))) {
            throw new IllegalStateException("Nothing was started in " + home + " (YOL_HOME). Start Yol with ./run.");
        }
        return of(home, environment, port -> Integer.toString(port.usual));
    }

    /** One that is started for a measurement, beside whatever else runs. */
    public static Installation own(Path home, Map<String, String> environment) {
        return of(home, environment, port -> Integer.toString(port.own));
    }

    private static Installation of(Path home, Map<String, String> environment, Function<Port, String> otherwise) {
        Map<String, String> ports = new LinkedHashMap<>();
        for (Port port : Port.values()) {
            ports.put(port.name(), environment.getOrDefault(port.name(), otherwise.apply(port)));
        }
        String store = environment.getOrDefault(
                "MONGODB_URI", "mongodb://localhost:" + ports.get(Port.YOL_MONGODB_PORT.name()));
        return new Installation(home.toAbsolutePath().normalize(), ports, store);
    }

    /** Where browsers and API clients go. */
    public URI gateway() {
        return at(Port.YOL_GATEWAY_PORT);
    }

    /** Where the programs-service itself listens. */
    public URI programs() {
        return at(Port.YOL_PROGRAMS_PORT);
    }

    /** Where the applications-service itself listens. */
    public URI applications() {
        return at(Port.YOL_APPLICATIONS_PORT);
    }

    String issuer() {
        return at(Port.YOL_IDENTITY_PORT).toString();
    }

    Path signingKey() {
        return home.resolve("identity").resolve("signing-key.json");
    }

    Path accounts() {
        return home.resolve("identity").resolve("accounts.jsonl");
    }

    Path pids() {
        return home.resolve("pids");
    }

    /** Where the mails that were sent are kept, a file each. */
    public Path mails() {
        return home.resolve("mail");
    }

    private URI at(Port port) {
        return URI.create("http://localhost:" + environment.get(port.name()));
    }
}
