package org.yol.gateway.overload;

import org.yol.gateway.WorkKind;

/**
 * A kind of work at one service.
 *
 * @param service that does it, by its name in the settings
 */
public record Work(String service, WorkKind kind) {

    /** The name of its route and its circuit breaker, such as {@code applications-writes}. */
    public String name() {
        return service + "-" + kind.text();
    }
}
