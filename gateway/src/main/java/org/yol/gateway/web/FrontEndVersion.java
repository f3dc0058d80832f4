package org.yol.gateway.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Names the front end's own files by the content of all of them. The front page asks for its script and its styles
 * below this name, the script asks for all others beside itself, and browsers keep what they got: a later visit asks
 * for one page instead of sixty files. What belongs together always comes together.
 */
@Component
class FrontEndVersion implements ResourceTransformer {

    /** How the front page itself names the version it belongs to. */
    private static final String NOW = "/v/now/";

    private static final String FOLDER = "/static/";
    private static final int LETTERS = 16;

    private final String path;

    FrontEndVersion(@Value("classpath:/static/**/*.*") Resource[] files) throws IOException {
        this.path = "/v/" + digest(files).substring(0, LETTERS) + "/";
    }

    /** Below which the files of this version are, with a slash at the end. */
    String path() {
        return path;
    }

    @Override
    public Mono<Resource> transform(ServerWebExchange exchange, Resource resource, ResourceTransformerChain chain) {
        return chain.transform(exchange, resource)
                .map(file -> "index.html".equals(file.getFilename()) ? withVersion(file) : file);
    }

    private Resource withVersion(Resource page) {
        try {
            var html = page.getContentAsString(StandardCharsets.UTF_8).replace(NOW, path);
            return new TransformedResource(page, html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Resource[] files) throws IOException {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (var file : sorted(files)) {
                digest.write(name(file).getBytes(StandardCharsets.UTF_8));
                digest.write(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static List<Resource> sorted(Resource[] files) {
        return Stream.of(files)
                .sorted(Comparator.comparing(FrontEndVersion::name))
                .toList();
    }

    /** Without the place where it is installed: all replicas name the same files the same. */
    private static String name(Resource file) {
        try {
            var address = file.getURL().toString();
            return address.substring(address.lastIndexOf(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
