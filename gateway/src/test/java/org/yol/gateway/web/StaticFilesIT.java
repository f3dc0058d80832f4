package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
class StaticFilesIT {

    private static final String BUNDLE = "/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js";

    private static final String FOR_A_YEAR = "max-age=31536000, public, immutable";
    private static final Pattern VERSIONED = Pattern.compile("/v/[^\"]+");
    private static final Pattern ADDRESS = Pattern.compile("\"(/(?:v|webjars)/[^\"]+)\"");

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
    void whatTheFrontPageLoadsIsKeptBecauseItsAddressHasTheVersion() {
        var page = browser.get("/");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var addresses =
                VERSIONED.matcher(page.body()).results().map(MatchResult::group).toList();
        assertThat(addresses).hasSizeGreaterThan(20).noneMatch(address -> address.startsWith("/v/now/"));

        assertThat(addresses).allSatisfy(address -> {
            var file = browser.get(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).hasValue(FOR_A_YEAR);
        });
    }

    @Test
    void pageOfAnotherVersionGetsTheFilesOfThisOneAndChecksThemEachTime() {
        var other = browser.get("/v/0123456789abcdef/app/main.js");
        assertThat(other.body()).isEqualTo(browser.get("/app/main.js").body());
        assertThat(other.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(other.headers().firstValue("ETag")).isPresent();
        assertThat(browser.get("/v/0123456789abcdef/app/missing.js").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/v/0123456789abcdef/api/programs").statusCode()).isEqualTo(404);
        assertThat(browser.get("/v/0123456789abcdef").statusCode()).isEqualTo(404);
    }

    @Test
    void librariesAreKeptBecauseTheirAddressHasTheVersion() {
        var answer = browser.get(BUNDLE, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue(FOR_A_YEAR);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everyPageOfTheFrontEndIsTheSameFile() {
        var first = browser.get("/inbox", "Accept", "text/html");
        var deep = browser.get("/manage/1", "Accept", "text/html");
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
    void wordsOfTheContractsAreAScriptOfThisVersion() {
        var versioned = VERSIONED
                .matcher(browser.get("/").body())
                .results()
                .map(MatchResult::group)
                .filter(address -> address.endsWith("/contracts.js"))
                .findFirst()
                .orElseThrow();

        var script = browser.get(versioned);

        assertThat(script.headers().firstValue("Cache-Control")).hasValue(FOR_A_YEAR);
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(script.body())
                .contains("export const LANGUAGES = ", "\"uz\":\"Oʻzbekcha\"")
                .contains("\"Asia/Almaty\"", "Кыргызстан")
                .doesNotContain("unknown");
        var older = browser.get("/v/0123456789abcdef/app/core/contracts.js");
        assertThat(older.body()).isEqualTo(script.body());
        assertThat(older.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void styleSheetsComeAsOneFile() {
        var sheet = browser.get("/styles/all.css");
        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(sheet.body())
                .contains("--pico-font-family", ".site-header", "@media print")
                .doesNotContain("@import");
    }

    @Test
    void serviceWorkerKeepsOnlyFilesThatThereAre() {
        var worker = browser.get("/service-worker.js");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var addresses = ADDRESS.matcher(worker.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        assertThat(addresses)
                .allSatisfy(address -> assertThat(browser.get(address).statusCode())
                        .as(address)
                        .isEqualTo(200));
    }

    @Test
    void firstPageSetsTheTokenCookie() {
        browser.get("/");
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
        assertThat(browser.cookie("YOL-SESSION")).isEmpty();
    }
}
