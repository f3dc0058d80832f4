package org.yol.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs somebody in as a browser does: at the gateway, by the form of the identity provider. */
public final class SignIn {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SESSION = "YOL-SESSION";

    private final URI gateway;

    /** @param installation that runs, and whose identity provider knows who is to sign in */
    public SignIn(Installation installation) {
        this.gateway = installation.gateway();
    }

    /**
     * The value of the {@code Cookie} header of somebody who has signed in.
     *
     * @throws IllegalStateException when they can't
     */
    public String cookie(Student student) {
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> form = send(browser, page(gateway.resolve("/login?to=/")));
            Matcher token = FORM_TOKEN.matcher(form.body());
            if (!token.find()) {
                throw new IllegalStateException("No form to sign in with at " + form.uri() + ": " + form.statusCode());
            }
            String filledIn = "username=" + encoded(student.account()) + "&password=" + encoded(student.password())
                    + "&_csrf=" + encoded(token.group(1));
            send(
                    browser,
                    page(form.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(filledIn)));
            HttpResponse<String> session = send(browser, HttpRequest.newBuilder(gateway.resolve("/session")));
            if (!session.body().contains(student.account())) {
                throw new IllegalStateException(student + " is not signed in: " + session.body());
            }
        }
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .map(value -> SESSION + "=" + value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(student + " got no session"));
    }

    private static HttpRequest.Builder page(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
