package org.yol.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Keeps cookies as a browser does, but follows redirects only when told to. */
public class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI home;

    private Browser(URI home) {
        this.home = home;
    }

    public static Browser at(int port) {
        return new Browser(URI.create("http://localhost:" + port));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<java.io.InputStream> open(String path, String... headers) throws Exception {
        return client.send(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofInputStream());
    }

    /** Signs in and follows every redirect; answers the last one that points to a page of the gateway. */
    public String signIn(String loginPath) {
        return redirectOf(sentBack(loginPath));
    }

    /** Begins to sign in, and answers where the identity provider sends the browser back to. */
    public String sentBack(String loginPath) {
        return redirectOf(redirectOf(redirectOf(loginPath)));
    }

    private String redirectOf(String path) {
        return get(path).headers().firstValue("Location").orElseThrow();
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** The header that scripts repeat the CSRF token in. */
    public String[] csrf() {
        return new String[] {"X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow().getValue()};
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(home.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
