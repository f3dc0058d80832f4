package org.yol.localrun;

import java.util.List;
import java.util.Map;

/** One part of the platform: something that is started, tells when it is ready, and is stopped. */
public interface Resource extends AutoCloseable {

    /** The name shown on the console. */
    String name();

    /** The ports it will listen on, checked before anything starts. */
    default List<Port> ports() {
        return List.of();
    }

    /** The environment variables that a service which needs this resource gets. */
    default Map<String, String> offers() {
        return Map.of();
    }

    /**
     * Starts the resource and returns when its health check passes.
     *
     * @throws Exception when it can't start; the message is shown to the person at the console
     */
    void start() throws Exception;

    /** Stops the resource gracefully. Does nothing when it is not running. */
    @Override
    void close();
}
