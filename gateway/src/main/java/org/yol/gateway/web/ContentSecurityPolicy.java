package org.yol.gateway.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/** Lets pages load nothing but this site's own files, and nothing inline but what the front page brings with it. */
@Component
public class ContentSecurityPolicy implements ServerHttpHeadersWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final Paths DOCUMENTATION = Paths.of("/docs/**");

    private final String pages;
    private final String documentation;

    ContentSecurityPolicy(
            @Value("classpath:/static/index.html") Resource index,
            FrontEndVersion version,
            GatewayProperties properties)
            throws IOException {
        // As it is sent: the import map names the version, and counts by its hash.
        var page = index.exists()
                ? index.getContentAsString(StandardCharsets.UTF_8).replace(FrontEndVersion.NOW, version.path())
                : "";
        var issuer = origin(URI.create(properties.issuer()));
        this.pages = policy(InlineParts.scriptsOf(page), InlineParts.stylesOf(page), issuer);
        // Swagger UI sets style attributes.
        this.documentation = policy(List.of(), List.of("'unsafe-inline'"), issuer);
    }

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        // A service may be stricter: what somebody uploaded comes with a policy of its own.
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (!headers.containsHeader(HEADER)) {
            headers.set(HEADER, DOCUMENTATION.match(exchange.getRequest()) ? documentation : pages);
        }
        return Mono.empty();
    }

    private static String policy(List<String> scripts, List<String> styles, String issuer) {
        return String.join(
                "; ",
                "default-src 'self'",
                sources("script-src", scripts),
                sources("style-src", styles),
                "img-src 'self' data:",
                "object-src 'none'",
                "base-uri 'self'",
                // Signing out by a form is redirected to the issuer.
                "form-action 'self' " + issuer,
                "frame-ancestors 'none'");
    }

    private static String sources(String directive, List<String> besidesOwn) {
        return Stream.concat(Stream.of(directive, "'self'"), besidesOwn.stream())
                .collect(Collectors.joining(" "));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
