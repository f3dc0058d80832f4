package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class FrontPageIT {

    private static final Pattern PRELOADED = Pattern.compile("rel=\"modulepreload\"[^>]* href=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("\"og:image\" content=\"(http://localhost:[^\"]+)\"");
    private static final Pattern RELATIVE =
            Pattern.compile("(?m)^(?:import|\\}) .*?from '(\\.[^']+)'|^import '(\\.[^']+)'");

    private Browser browser;

    @BeforeEach
    void openBrowser(@LocalServerPort int port) {
        browser = Browser.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programs/0", "/calls/0", "/inbox"})
    void browserNeedsNoSecondLevelOfImportsToFindAScript(String path) {
        var preloaded = preloaded(path);

        assertThat(preloaded).anyMatch(address -> address.endsWith("/app/main.js"));
        assertThat(preloaded).filteredOn(address -> address.startsWith("/v/")).allSatisfy(address -> {
            var imported = RELATIVE.matcher(browser.get(address).body())
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .map(relative -> URI.create(address).resolve(relative).toString())
                    .toList();
            assertThat(preloaded).as(address).containsAll(imported);
        });
    }

    @Test
    void listIsPreloadedOnTheFirstPageOnlyAndTheProgrammeOnItsOwn() {
        assertThat(preloaded("/")).anyMatch(address -> address.endsWith("/programme-list.js"));
        assertThat(preloaded("/programs/0")).anyMatch(address -> address.endsWith("/programme-page.js"));
        assertThat(preloaded("/calls/0")).anyMatch(address -> address.endsWith("/programme-page.js"));
        assertThat(preloaded("/inbox")).noneMatch(address -> address.endsWith("/programme-list.js"));
    }

    @ParameterizedTest
    @CsvSource({"kk-KZ, kk", "'fr, uz;q=0.5', uz", "fr, en"})
    void pageBeginsInTheLanguageTheBrowserPrefers(String accepted, String language) {
        var page = browser.get("/", "Accept-Language", accepted);

        assertThat(page.body()).contains("<html lang=\"" + language + "\">", "/texts/" + language + ".json");
        assertThat(page.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void languageLastSpokenHereCountsMoreThanThatOfTheBrowser() {
        assertThat(browser.get("/", "Accept-Language", "ja", "Cookie", "yol-language=tg")
                        .body())
                .contains("<html lang=\"tg\">");
    }

    @ParameterizedTest
    @CsvSource({"ru, Исследователи", "en, Research &lt;students&gt;", "ja, Research &lt;students&gt;"})
    void linkToAProgrammeSaysItsTitle(String language, String title) {
        var id = UUID.randomUUID().toString();
        Neighbours.PROGRAMS.on("/api/programs/" + id, exchange -> json(exchange, """
                {"title": {"en": "Research <students>", "ru": "Исследователи"},
                 "description": {"en": "Two years\\n in Japan"}}"""));

        var page = browser.get("/programs/" + id, "Accept", "*/*", "Accept-Language", language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains("<title>" + title + " · Yol</title>", "\"og:title\" content=\"" + title + "\"")
                .contains("\"og:description\" content=\"Two years in Japan\"")
                .contains("<h1 class=\"placeholder\">" + title + "</h1>", "<p class=\"prose\">Two years");
    }

    @Test
    void linkToACallSaysTheTitleOfItsProgramme() {
        var call = UUID.randomUUID().toString();
        var programme = UUID.randomUUID().toString();
        Neighbours.PROGRAMS.on(
                "/api/calls/" + call, exchange -> json(exchange, "{\"programmeId\": \"" + programme + "\"}"));
        Neighbours.PROGRAMS.on("/api/programs/" + programme, exchange -> json(exchange, """
                {"title": {"en": "Rivers"}, "description": {"en": "Two years in Japan"}}"""));

        var page = browser.get("/calls/" + call, "Accept", "*/*", "Accept-Language", "en");

        assertThat(page.body())
                .contains("<title>Rivers · Yol</title>", "\"og:title\" content=\"Rivers\"")
                .contains("\"og:description\" content=\"Two years in Japan\"")
                .contains("<p class=\"prose\">Two years in Japan</p>");
        var picture = PICTURE.matcher(page.body()).results().findFirst().orElseThrow();
        assertThat(browser.get(picture.group(1)).headers().firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @Test
    void pageComesWithoutATitleWhereTheServiceDoesNotAnswer() {
        var id = UUID.randomUUID().toString();
        Neighbours.PROGRAMS.on("/api/programs/" + id, exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });

        assertThat(browser.get("/programs/" + id, "Accept", "text/html").body()).contains("<title>Yol</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programs/0", "/calls/0"})
    void whoOnlyLooksAtAPageHearsThatItIsThere(String path) {
        var head = browser.send("HEAD", path, BodyPublishers.noBody(), "Accept", "*/*");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    private List<String> preloaded(String path) {
        return PRELOADED
                .matcher(browser.get(path, "Accept", "text/html").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
