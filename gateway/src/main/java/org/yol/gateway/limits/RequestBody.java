package org.yol.gateway.limits;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What the headers of a request say about its body. */
public final class RequestBody {

    private RequestBody() {}

    /** Whether the client says that it will send a body. */
    public static boolean isAnnounced(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
