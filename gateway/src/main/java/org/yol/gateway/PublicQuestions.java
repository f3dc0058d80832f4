package org.yol.gateway;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What anybody may ask a service by POST, signed in or not: what a question tells is too personal for an address, and
 * it changes nothing.
 */
public final class PublicQuestions {

    private static final String[] ADDRESSES = {"/api/calls/{call}/eligibility", "/api/receipts/verification"};

    private static final Paths PATHS = Paths.of(ADDRESSES);

    private PublicQuestions() {}

    /** Path patterns of all there are. */
    public static String[] addresses() {
        return ADDRESSES.clone();
    }

    /** Whether the request is one. */
    public static boolean isAsked(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST && PATHS.match(request);
    }
}
