package org.yol.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The platform that runs on this machine, found by the variables that {@code ./run} reads.
 *
 * @param home its folder of state
 */
record Installation(Path home, URI gateway, String issuer) {

    /** @throws IllegalStateException when nothing was ever started there */
    static Installation from(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("YOL_HOME", ".yol"));
        if (!Files.exists(home.resolve("identity"))) {
            throw new IllegalStateException("Nothing was started in " + home + " (YOL_HOME). Start Yol with ./run.");
        }
        return new Installation(
                home,
                URI.create("http://localhost:" + environment.getOrDefault("YOL_GATEWAY_PORT", "8080")),
                "http://localhost:" + environment.getOrDefault("YOL_IDENTITY_PORT", "9000"));
    }

    Path signingKey() {
        return home.resolve("identity").resolve("signing-key.json");
    }

    Path pids() {
        return home.resolve("pids");
    }
}
