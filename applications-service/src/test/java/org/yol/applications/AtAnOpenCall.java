package org.yol.applications;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.contracts.Topics;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;

/** Each test has an open call of its own, and hears what is told of applications. */
@ServiceTest
public abstract class AtAnOpenCall {

    protected final EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS);
    protected final String call = "call-" + UUID.randomUUID();
    protected ApplicationsApi api;

    @BeforeEach
    void callIsOpen(@LocalServerPort int port) {
        api = new ApplicationsApi(port, events);
        api.callIsOpen(call);
    }

    @AfterEach
    void stopListening() {
        events.close();
    }
}
