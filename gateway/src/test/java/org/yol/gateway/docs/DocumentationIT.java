package org.yol.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
class DocumentationIT {

    @Test
    void pageLoadsOnlyFilesThatAreThere(@LocalServerPort int port) {
        var browser = Browser.at(port);
        var page = browser.get("/docs", "Accept", "text/html");
        assertThat(Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results())
                .hasSize(4)
                .allSatisfy(file ->
                        assertThat(browser.get(file.group(1)).statusCode()).isEqualTo(200));
    }

    @Test
    void everyServiceCanBeChosen(@LocalServerPort int port) {
        assertThat(Browser.at(port).get("/docs/services").body())
                .contains("/v3/api-docs/applications", "/v3/api-docs/notifications", "/v3/api-docs/programs");
    }

    @Test
    void whatIsSaidOfSelectionsIsServed(@LocalServerPort int port) {
        var browser = Browser.at(port);
        assertThat(browser.get("/docs/guides/selection-by-hand.html", "Accept", "text/html")
                        .body())
                .contains("check it by hand");
        assertThat(browser.get("/docs/guides/other.html", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }
}
