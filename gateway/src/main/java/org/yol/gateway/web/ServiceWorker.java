package org.yol.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The script that keeps the shell in the browser, with the names of all files it is to keep. */
@Component
class ServiceWorker implements ResourceTransformer {

    private static final String FILES = "const FILES = [];";
    private static final Pattern STYLES = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final String STATIC = "/static/";

    private final FrontEndVersion version;
    private final String files;

    ServiceWorker(
            @Value("classpath:/static/index.html") Resource page,
            @Value("classpath:/static/app/**/*.js") Resource[] scripts,
            @Value("classpath:/static/icons/*.*") Resource[] icons,
            FrontEndVersion version,
            JsonMapper json)
            throws IOException {
        this.version = version;
        this.files = "const FILES = " + json.writeValueAsString(files(page, scripts, icons, json)) + ";";
    }

    @Override
    public Mono<Resource> transform(ServerWebExchange exchange, Resource resource, ResourceTransformerChain chain) {
        return chain.transform(exchange, resource).handle((file, sink) -> {
            try {
                sink.next("service-worker.js".equals(file.getFilename()) ? written(file) : file);
            } catch (IOException e) {
                sink.error(e);
            }
        });
    }

    private Resource written(Resource worker) throws IOException {
        var script = worker.getContentAsString(StandardCharsets.UTF_8)
                .replace(FILES, files)
                .replace(FrontEndVersion.NOW, version.path());
        return new TransformedResource(worker, script.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> files(Resource page, Resource[] scripts, Resource[] icons, JsonMapper json)
            throws IOException {
        if (!page.exists()) {
            return List.of();
        }
        var html = page.getContentAsString(StandardCharsets.UTF_8);
        var own = Stream.of(scripts).map(ServiceWorker::address).sorted().toList();
        return Stream.of(
                        STYLES.matcher(html).results().map(found -> found.group(1)),
                        Stream.of(icons).map(ServiceWorker::address).sorted(),
                        new Modules(html, FrontEndVersion.NOW, json).neededBy(own).stream())
                .flatMap(addresses -> addresses)
                .toList();
    }

    private static String address(Resource file) {
        try {
            var url = file.getURL().toString();
            return FrontEndVersion.NOW + url.substring(url.lastIndexOf(STATIC) + STATIC.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
