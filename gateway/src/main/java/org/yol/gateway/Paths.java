package org.yol.gateway;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Addresses as routes and access rules see them, by decoded segments: {@code /%61pi} is {@code /api}. What compared the
 * text of an address could be passed by writing a letter of it in another way.
 */
public final class Paths {

    private final List<PathPattern> patterns;

    private Paths(List<PathPattern> patterns) {
        this.patterns = patterns;
    }

    /** The addresses that one of these path patterns matches. */
    public static Paths of(String... patterns) {
        return new Paths(Stream.of(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    /** Whether the request goes to one of them. */
    public boolean match(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
