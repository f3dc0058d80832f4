package org.yol.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import org.yol.contracts.Language;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one page of the front end as a reader gets it: with the names of this version, with what its scripts will ask for
 * told beforehand, with a title in the reader's language for those who only look at links, and with something to read
 * until the scripts are there.
 */
@Component
class FrontPage implements ResourceTransformer {

    /** What stands in the file for all that is only known here. */
    private static final String HEAD = "<title>Yol</title>";

    /** After the import map: one that comes after a script that was asked for is too late for some browsers. */
    private static final String START = "<script type=\"module\" src=\"/v/now/app/main.js\"></script>";

    private static final String BODY = "<yol-app></yol-app>";

    private static final String LANGUAGE = "<html lang=\"en\">";
    /** What a messenger shows beside the title of a link. */
    private static final String PICTURE = "pictures/share.png";

    private static final String MAIN = "app/main.js";
    private static final String PROGRAMME_LIST = "app/programmes/programme-list.js";
    private static final String PROGRAMME = "app/programmes/programme-page.js";

    private final FrontEndVersion version;
    private final MessageSource messages;
    private final String everywhere;
    private final String first;
    private final String programme;

    FrontPage(
            @Value("classpath:/static/index.html") Resource page,
            FrontEndVersion version,
            MessageSource messages,
            JsonMapper json)
            throws IOException {
        this.version = version;
        this.messages = messages;
        var modules = page.exists()
                ? Optional.of(new Modules(page.getContentAsString(StandardCharsets.UTF_8), FrontEndVersion.NOW, json))
                : Optional.<Modules>empty();
        this.everywhere = preloads(modules, MAIN);
        this.first = preloads(modules, MAIN, PROGRAMME_LIST);
        this.programme = preloads(modules, MAIN, PROGRAMME);
    }

    @Override
    public Mono<Resource> transform(ServerWebExchange exchange, Resource resource, ResourceTransformerChain chain) {
        return chain.transform(exchange, resource).handle((file, sink) -> {
            try {
                sink.next("index.html".equals(file.getFilename()) ? written(exchange, file) : file);
            } catch (IOException e) {
                sink.error(e);
            }
        });
    }

    private Resource written(ServerWebExchange exchange, Resource page) throws IOException {
        var language = ReaderLanguage.of(exchange);
        var about = PageHead.of(
                exchange,
                new PageHead(PageHead.SITE, messages.getMessage("page.description", null, language.locale()), ""));
        var html = page.getContentAsString(StandardCharsets.UTF_8)
                .replace(LANGUAGE, "<html lang=\"" + language + "\">")
                .replace(HEAD, head(about, language, origin(exchange)))
                .replace(START, scripts(originalPath(exchange)) + "\n    " + START)
                .replace(BODY, body(about))
                .replace(FrontEndVersion.NOW, version.path());
        return new TransformedResource(page, html.getBytes(StandardCharsets.UTF_8));
    }

    /** The scripts replace it when they are ready. */
    private static String body(PageHead about) {
        return about.body().isEmpty()
                ? BODY
                : "<yol-app><main class=\"container\" id=\"first-words\">" + about.body() + "</main></yol-app>";
    }

    /** Of this site as the reader has reached it: those who look at links want whole addresses. */
    private static String origin(ServerWebExchange exchange) {
        var address = exchange.getRequest().getURI();
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String head(PageHead about, Language language, String origin) {
        var title = about.title().equals(PageHead.SITE) ? about.title() : about.title() + " · " + PageHead.SITE;
        return Stream.of(
                        "<title>" + escaped(title) + "</title>",
                        meta("name=\"description\"", about.description()),
                        meta("property=\"og:site_name\"", PageHead.SITE),
                        meta("property=\"og:type\"", "website"),
                        meta("property=\"og:locale\"", language.toString()),
                        meta("property=\"og:title\"", about.title()),
                        meta("property=\"og:description\"", about.description()),
                        meta("property=\"og:image\"", origin + FrontEndVersion.NOW + PICTURE),
                        "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + FrontEndVersion.NOW + "texts/"
                                + language + ".json\">")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n    "));
    }

    private String scripts(String path) {
        if (path.equals("/")) {
            return first;
        }
        return path.startsWith("/programs/") || path.startsWith("/calls/") ? programme : everywhere;
    }

    /** Of the page that was asked for, which all are answered with the same file. */
    private static String originalPath(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(FrontEndPages.PATH, "");
    }

    private static String preloads(Optional<Modules> modules, String... scripts) {
        return modules
                .map(all -> all.neededBy(Stream.of(scripts)
                        .map(script -> FrontEndVersion.NOW + script)
                        .toList()))
                .orElse(List.of())
                .stream()
                .map(address -> "<link rel=\"modulepreload\" fetchpriority=\"low\" href=\"" + address + "\">")
                .collect(Collectors.joining("\n    "));
    }

    private static String meta(String name, String content) {
        return content.isBlank() ? "" : "<meta " + name + " content=\"" + escaped(content) + "\">";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
