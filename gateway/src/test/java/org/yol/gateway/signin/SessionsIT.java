package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
@TestPropertySource(properties = {"server.reactive.session.max-sessions=2", "yol.rates.sign-in.requests=1000"})
class SessionsIT {

    @Autowired
    private WebSessionManager sessions;

    @Test
    void visitsAndBegunSignInsMakeNoSessionAndWhoComesWhenAllAreTakenHearsSo(@LocalServerPort int port) {
        for (int visit = 0; visit < 20; visit++) {
            var visitor = Browser.at(port);
            visitor.get("/", "Accept", "text/html");
            visitor.get("/session");
            visitor.get("/api/programs");
            visitor.get(visitor.get("/login").headers().firstValue("Location").orElseThrow());
            assertThat(visitor.cookie("YOL-SESSION")).isEmpty();
        }
        assertThat(kept()).isZero();

        var first = Browser.at(port);
        first.signIn("/login");
        Browser.at(port).signIn("/login");
        assertThat(kept()).isEqualTo(2);

        var third = Browser.at(port);
        var location = third.get("/login").headers().firstValue("Location").orElseThrow();
        for (int hops = 0; hops < 2; hops++) {
            location = third.get(location).headers().firstValue("Location").orElseThrow();
        }
        var answer = third.get(location, "Accept", "text/html");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("not all can be answered");
        assertThat(first.get("/session").body()).contains("\"authenticated\":true");
    }

    @Test
    void cookieOfABegunSignInThatSomebodyElseMadeIsNoBegunSignIn(@LocalServerPort int port) {
        var browser = Browser.at(port);
        var answer = browser.get(
                "/login/oauth2/code/yol?code=a&state=b", "Cookie", BegunSignIns.COOKIE + "=eyJhbGciOiJkaXIifQ..a.b.c");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:yol:problem:sign-in-failed");
    }

    private int kept() {
        return ((InMemoryWebSessionStore) ((DefaultWebSessionManager) sessions).getSessionStore())
                .getSessions()
                .size();
    }
}
