package org.yol.applications.commitment;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The name of the public log, as its checkpoints and receipts say it (c2sp.org/tlog-checkpoint: a URL without its
 * scheme).
 *
 * @param origin as it is set; where none is, the host and port of the public address, then {@code /api/log}
 * @param publicUri where people reach the platform
 */
@ConfigurationProperties("yol.log")
public record LogOrigin(String origin, URI publicUri) {

    public LogOrigin {
        if (origin == null || origin.isBlank()) {
            origin = publicUri.getAuthority() + "/api/log";
        }
    }
}
