package org.yol.gateway.web;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.yol.gateway.Paths;

/** Tells addresses of the front end's pages from everything else. */
final class Page {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Paths FIRST = Paths.of("/");
    private static final Paths NOT_PAGES = Paths.of(
            "/api/**",
            "/session/**",
            "/docs/**",
            "/webjars/**",
            "/v/**",
            "/v3/**",
            "/account/**",
            "/login/**",
            "/logout/**",
            "/oauth2/**",
            "/actuator/**",
            "/livez/**",
            "/readyz/**");

    private Page() {}

    /** Whether somebody asks for a page as a whole: the front end's own router decides what it shows. */
    static boolean isAskedBy(ServerHttpRequest request) {
        return READS.contains(request.getMethod())
                && (FIRST.match(request) || acceptsHtml(request))
                && !isFile(request)
                && !NOT_PAGES.match(request);
    }

    /** Who takes anything, as robots that look at shared links do, takes a page too. */
    private static boolean acceptsHtml(ServerHttpRequest request) {
        var accepted = request.getHeaders().getAccept();
        return accepted.isEmpty() || accepted.stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith);
    }

    private static boolean isFile(ServerHttpRequest request) {
        var path = request.getPath().value();
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }
}
