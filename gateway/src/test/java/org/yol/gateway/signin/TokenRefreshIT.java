package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Backend.Echo;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class TokenRefreshIT {

    private Browser browser;

    @BeforeEach
    void signInWithATokenThatExpiresAtOnce(@LocalServerPort int port) {
        browser = Browser.at(port);
        Neighbours.ISSUER.issueFor(Duration.ofSeconds(1));
        browser.signIn("/login");
        Neighbours.ISSUER.issueFor(Duration.ofMinutes(15));
    }

    @AfterEach
    void allowRefresh() {
        Neighbours.ISSUER.allowRefresh(true);
    }

    @Test
    void requestsAtTheSameTimeShareOneRefresh() {
        var before = Neighbours.ISSUER.refreshes();
        var requests = IntStream.range(0, 5)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> browser.get("/api/applications")))
                .toList();
        assertThat(requests)
                .allSatisfy(request -> assertThat(request.join().statusCode()).isEqualTo(200));
        assertThat(Neighbours.ISSUER.refreshes() - before).isEqualTo(1);
    }

    @Test
    void refusedRefreshEndsTheSessionAndAsksToSignInAgain() {
        Neighbours.ISSUER.allowRefresh(false);
        var answer = browser.get("/api/applications");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:yol:problem:unauthenticated", "Sign in");
        assertThat(browser.get("/session").body()).contains("\"authenticated\":false");
    }

    @Test
    void publicPagesStayReadableWhenTheRefreshIsRefused() {
        Neighbours.ISSUER.allowRefresh(false);
        var answer = browser.get("/api/programs");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Echo.of(answer.body()).headers()).doesNotContainKey("authorization");
    }
}
