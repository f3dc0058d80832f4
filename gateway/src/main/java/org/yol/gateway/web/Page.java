package org.yol.gateway.web;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells addresses of the front end's pages from everything else. */
final class Page {

    private static final Set<String> NOT_PAGES = Set.of(
            "api", "session", "docs", "webjars", "v3", "login", "logout", "oauth2", "actuator", "livez", "readyz");

    private Page() {}

    /** Whether a browser asks for a page as a whole: the front end's own router decides what it shows. */
    static boolean isAskedBy(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && (isFirst(request) || acceptsHtml(request))
                && !isFile(request)
                && !NOT_PAGES.contains(firstSegment(request));
    }

    private static boolean isFirst(ServerHttpRequest request) {
        return request.getPath().value().equals("/");
    }

    private static boolean acceptsHtml(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static boolean isFile(ServerHttpRequest request) {
        var path = request.getPath().value();
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }

    private static String firstSegment(ServerHttpRequest request) {
        var path = request.getPath().value().substring(1);
        var end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }
}
