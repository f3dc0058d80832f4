package org.yol.localrun;

import java.util.Map;

/**
 * A server that somebody else runs, used instead of an embedded one. Nothing is started or stopped, and nothing is
 * waited for: the services wait by themselves.
 *
 * @param name as the embedded one is called
 * @param offers how services reach it
 */
record ExistingServer(String name, Map<String, String> offers) implements Resource {

    @Override
    public void start() {
        // It runs already.
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
