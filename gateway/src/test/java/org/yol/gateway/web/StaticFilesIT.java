package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
class StaticFilesIT {

    private static final String BUNDLE = "/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js";

    private Browser browser;

    @BeforeEach
    void openBrowser(@LocalServerPort int port) {
        browser = Browser.at(port);
    }

    @Test
    void ownFilesAreCheckedForChangesByTheirContent() {
        var first = browser.get("/docs/start.js").headers();
        assertThat(first.firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.firstValue("Last-Modified")).isEmpty();
        var etag = first.firstValue("ETag").orElseThrow();
        assertThat(browser.get("/docs/start.js", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void librariesAreKeptBecauseTheirAddressHasTheVersion() {
        var answer = browser.get(BUNDLE, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everyPageOfTheFrontEndIsTheSameFile() {
        var first = browser.get("/");
        var deep = browser.get("/programmes/1", "Accept", "text/html");
        assertThat(deep.statusCode()).isEqualTo(first.statusCode());
        assertThat(deep.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void missingFilesAreNotPages() {
        assertThat(browser.get("/app/missing.js", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/programmes/1", "Accept", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void firstPageSetsTheTokenCookie() {
        browser.get("/");
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
        assertThat(browser.cookie("YOL-SESSION")).isEmpty();
    }
}
