package org.yol.gateway.web;

import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.AbstractResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds a file whatever version its address names. A page that was opened before an update, or that a replica with
 * another version has served, still gets the files it loads later.
 */
final class AnyVersion extends AbstractResourceResolver {

    @Override
    protected Mono<Resource> resolveResourceInternal(
            ServerWebExchange exchange, String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        var file = path.indexOf('/');
        return file < 0 ? Mono.empty() : chain.resolveResource(exchange, path.substring(file + 1), locations);
    }

    @Override
    protected Mono<String> resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }
}
