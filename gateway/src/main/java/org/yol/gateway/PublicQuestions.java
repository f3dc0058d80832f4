package org.yol.gateway;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What anybody may ask a service by POST, signed in or not: what a question tells is too personal for an address, and
 * it changes nothing.
 */
public final class PublicQuestions {

    /** Path pattern of all there are. */
    public static final String ADDRESS = "/api/calls/{call}/eligibility";

    private static final Paths PATHS = Paths.of(ADDRESS);

    private PublicQuestions() {}

    /** Whether the request is one. */
    public static boolean isAsked(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST && PATHS.match(request);
    }
}
