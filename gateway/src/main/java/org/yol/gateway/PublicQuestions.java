package org.yol.gateway;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What anybody may ask a service by POST, signed in or not: what a question tells is too personal or too long for an
 * address. It changes nothing, or proves itself by a signature that the service checks, as a witness does which
 * countersigns the public log.
 */
public final class PublicQuestions {

    private static final String[] ADDRESSES = {
        "/api/calls/{call}/eligibility", "/api/receipts/verification", "/api/log/cosignatures", "/api/log/evidence"
    };

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
