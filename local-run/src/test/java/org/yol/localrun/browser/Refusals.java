package org.yol.localrun.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a page and the platform, and answers the first requests of a kind the way a busy platform does. */
final class Refusals {

    private static final String BUSY = "{\"type\": \"urn:yol:problem:too-busy\", \"title\": \"Busy\", \"status\": 503}";

    private final String method;
    private final int many;
    private final int retryAfterSeconds;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private Refusals(String method, int many, int retryAfterSeconds) {
        this.method = method;
        this.many = many;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Refuses so many requests to addresses like that; later ones go through. */
    static Refusals of(Page page, String method, String address, int many, int retryAfterSeconds) {
        Refusals refusals = new Refusals(method, many, retryAfterSeconds);
        page.route(address, refusals::answer);
        return refusals;
    }

    /** How many requests there were, those that went through included. */
    int requests() {
        return requests.size();
    }

    /** The different values that a header of them had. */
    List<String> distinct(String header) {
        return requests.stream()
                .map(request -> request.headers().get(header))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void answer(Route route) {
        if (!route.request().method().equals(method)) {
            route.fallback();
            return;
        }
        requests.add(route.request());
        if (requests.size() > many) {
            route.fallback();
            return;
        }
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setHeaders(Map.of("Retry-After", String.valueOf(retryAfterSeconds)))
                .setBody(BUSY));
    }
}
