package org.yol.gateway.web;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.yol.gateway.Paths;

/** Tells addresses of the front end's pages from everything else. */
final class Page {

    private static final Paths FIRST = Paths.of("/");
    private static final Paths NOT_PAGES = Paths.of(
            "/api/**",
            "/session/**",
            "/docs/**",
            "/webjars/**",
            "/v/**",
            "/v3/**",
            "/login/**",
            "/logout/**",
            "/oauth2/**",
            "/actuator/**",
            "/livez/**",
            "/readyz/**");

    private Page() {}

    /** Whether a browser asks for a page as a whole: the front end's own router decides what it shows. */
    static boolean isAskedBy(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && (FIRST.match(request) || acceptsHtml(request))
                && !isFile(request)
                && !NOT_PAGES.match(request);
    }

    private static boolean acceptsHtml(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static boolean isFile(ServerHttpRequest request) {
        var path = request.getPath().value();
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }
}
