package org.yol.gateway.support;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is called by its module in a browser, without a page. */
public abstract class BrowserFunctions {

    protected static Scripts scripts;

    @BeforeAll
    static void open(@LocalServerPort int port) {
        scripts = Scripts.at(port, "Asia/Almaty");
    }

    @AfterAll
    static void close() {
        if (scripts != null) {
            scripts.close();
        }
    }
}
