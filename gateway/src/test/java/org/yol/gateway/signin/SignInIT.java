package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Backend.Echo;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class SignInIT {

    private Browser browser;

    @BeforeEach
    void openBrowser(@LocalServerPort int port) {
        browser = Browser.at(port);
    }

    @Test
    void nobodyIsSignedInAtFirst() {
        assertThat(browser.get("/session").body()).isEqualTo("{\"authenticated\":false}");
    }

    @Test
    void signInComesBackToThePageItStartedFrom() {
        assertThat(browser.signIn("/login?to=/programmes/1%3Ftab%3Dplaces")).isEqualTo("/programmes/1?tab=places");
        assertThat(browser.get("/session").body())
                .contains("\"authenticated\":true", "\"account\":\"aigerim\"", "\"roles\":[\"student\"]")
                .contains("\"country\":\"KZ\"", "\"email\":\"aigerim@example.org\"", "\"locale\":\"ru\"");
    }

    @Test
    void leadsToThePageWherePeopleLookAfterTheirAccount(@LocalServerPort int port) {
        assertThat(Browser.at(port).get("/account?ui_locales=ja").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/account?lang=ja"));
    }

    @ParameterizedTest
    @CsvSource({"kk, ui_locales=kk", "fr, ''", "'kk&prompt=none', ui_locales=kk"})
    void signInGoesOnInTheLanguageOfThePage(String language, String asked) {
        var begun = browser.get("/login?to=/&ui_locales=" + language)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var request = browser.get(begun).headers().firstValue("Location").orElseThrow();
        assertThat(request).contains("/authorize?", asked).doesNotContain("ui_locales=fr", "prompt=none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/%5Cevil.example", "/login"})
    void signInNeverLeadsToAnotherSite(String to) {
        assertThat(browser.signIn("/login?to=" + to)).isEqualTo("/");
    }

    @Test
    void pageWithTheLongestAddressFitsIntoACookie() {
        var to = "/programmes?text=" + "a".repeat(1983);
        var begun = browser.get(
                browser.get("/login?to=" + to).headers().firstValue("Location").orElseThrow());
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("YOL-SIGN-IN=")
                .hasSizeLessThan(4096);
        assertThat(browser.signIn("/login?to=" + to)).isEqualTo(to);
        assertThat(browser.signIn("/login?to=" + to + "a")).isEqualTo("/");
    }

    @Test
    void sessionCookieIsOutOfReachForScriptsAndOtherSites() {
        var begun = browser.get(
                browser.get("/login").headers().firstValue("Location").orElseThrow());
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("YOL-SIGN-IN=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        var finished =
                browser.get(browser.get(begun.headers().firstValue("Location").orElseThrow())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertThat(finished.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("YOL-SESSION="))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(browser.cookie("YOL-SIGN-IN")).isEmpty();
    }

    @Test
    void sessionGetsANewIdAtSignInSoThatAnOldOneIsWorthNothing() {
        browser.signIn("/login");
        var before = browser.cookie("YOL-SESSION").orElseThrow().getValue();
        browser.signIn("/login");
        assertThat(browser.cookie("YOL-SESSION").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void servicesGetTheAccessTokenAndNoCookie() {
        browser.signIn("/login");
        browser.get("/session");
        var echo = Echo.of(browser.get("/api/applications").body());
        assertThat(echo.header("Authorization")).startsWith("Bearer ey");
        assertThat(echo.headers()).doesNotContainKeys("cookie", "x-xsrf-token");
    }

    @Test
    void cancelledSignInTellsWhatToDo() {
        browser.get("/login");
        var answer = browser.get("/login/oauth2/code/yol?error=access_denied&state=x", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("was not completed", "href=\"/login\"");
    }

    @Test
    void signOutByScriptEndsTheSessionAndNamesWhereToGo() {
        browser.signIn("/login");
        browser.get("/session");
        var answer = browser.post("/logout", "", browser.csrf());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"location\":\"" + Neighbours.ISSUER.uri() + "/end-session?id_token_hint=")
                .contains("post_logout_redirect_uri=http");
        assertThat(browser.get("/session").body()).contains("\"authenticated\":false");
    }

    @Test
    void signOutByFormRedirects() {
        browser.signIn("/login");
        browser.get("/session");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow().getValue();
        var answer = browser.post(
                "/logout",
                "_csrf=" + token,
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith(Neighbours.ISSUER.uri()));
    }
}
