package org.yol.localrun.mail;

import org.apache.catalina.connector.Connector;
import org.yol.localrun.Port;

/** A further port of the same web server that only this machine reaches. */
final class LoopbackConnector {

    private LoopbackConnector() {}

    static Connector on(Port port) {
        Connector connector = new Connector();
        connector.setPort(port.number());
        connector.setProperty("address", "127.0.0.1");
        return connector;
    }
}
