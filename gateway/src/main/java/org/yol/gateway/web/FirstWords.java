package org.yol.gateway.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import org.yol.contracts.Language;
import org.yol.gateway.GatewayProperties;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pages that anybody may read say before any script runs: the titles of the programmes, or the words of one,
 * by its own address or by that of one of its calls. A slow line has something to read early, and a link has something
 * to show. They are asked of programs-service as anybody may ask; without an answer the page comes without them.
 */
@Component
class FirstWords {

    private static final Logger log = LoggerFactory.getLogger(FirstWords.class);

    /** What the list shows to those who have chosen nothing. */
    private static final String LIST = "/api/programs?limit=20&phase=open";

    private static final Pattern ONE = Pattern.compile("/(programs|calls)/([A-Za-z0-9-]{1,64})/?");
    /** The page is more important than what is told before it is there. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** Of a link that many look at in the same minute, one asks. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST_KEPT = 1_000;
    private static final int LONGEST = 200;

    private final WebClient programmes;
    private final JsonMapper json;
    private final Map<Language, JsonNode> texts = new EnumMap<>(Language.class);
    private final Cache<String, Optional<JsonNode>> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    FirstWords(GatewayProperties properties, JsonMapper json) throws IOException {
        var service = properties.services().get("programs");
        this.programmes = WebClient.create(service == null ? "" : service.uri().toString());
        this.json = json;
        for (Language language : Language.values()) {
            var file = new ClassPathResource("static/texts/" + language + ".json");
            texts.put(language, json.readTree(file.getContentAsString(StandardCharsets.UTF_8)));
        }
    }

    /** Empty for every other page, and where nothing is known. */
    Mono<PageHead> of(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        var language = ReaderLanguage.of(exchange);
        if (path.equals("/")) {
            return answer(LIST).map(list -> list(list.path("items"), language));
        }
        var one = ONE.matcher(path);
        if (!one.matches()) {
            return Mono.empty();
        }
        var words = one.group(1).equals("calls") ? programmeOf(one.group(2)) : programme(one.group(2));
        return words.flatMap(programme -> Mono.justOrEmpty(programme(programme, language)));
    }

    /** Two questions with the patience for one. */
    private Mono<JsonNode> programmeOf(String call) {
        return answer("/api/calls/" + call)
                .flatMap(answer -> programme(answer.path("programmeId").asString("")))
                .timeout(PATIENCE, Mono.empty());
    }

    private Mono<JsonNode> programme(String id) {
        return answer("/api/programs/" + id);
    }

    private Mono<JsonNode> answer(String path) {
        var before = known.getIfPresent(path);
        if (before != null) {
            return Mono.justOrEmpty(before);
        }
        return programmes
                .get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(FirstWords::content)
                .timeout(PATIENCE)
                .map(json::readTree)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(answer -> known.put(path, answer))
                .flatMap(answer -> Mono.justOrEmpty(answer))
                .onErrorResume(failure -> {
                    log.debug("No first words from {}: {}", path, failure.toString());
                    return Mono.empty();
                });
    }

    /** Nothing for a programme that there is not; a service that cannot say is asked again the next time. */
    private static Mono<String> content(ClientResponse answer) {
        if (answer.statusCode().is2xxSuccessful()) {
            return answer.bodyToMono(String.class);
        }
        return answer.statusCode().equals(HttpStatus.NOT_FOUND)
                ? answer.releaseBody().then(Mono.<String>empty())
                : answer.createError();
    }

    private PageHead list(JsonNode items, Language language) {
        var words = texts.get(language).path("programmes");
        var rows = items.valueStream()
                .map(item -> row(item, language))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
        return new PageHead(
                PageHead.SITE,
                words.path("intro").asString(""),
                heading(words.path("title").asString("")) + "<p>"
                        + escaped(words.path("intro").asString("")) + "</p><ul>" + rows + "</ul>");
    }

    private static Optional<String> row(JsonNode programme, Language language) {
        return text(programme.path("title"), language)
                .map(title -> "<li><a href=\"" + escaped(address(programme)) + "\">" + escaped(title)
                        + "</a> <small>"
                        + escaped(programme.path("provider").path("name").asString(""))
                        + "</small></li>");
    }

    /** As the cards of the list have it. */
    private static String address(JsonNode programme) {
        var call = programme.path("calls").path(0).path("id").asString("");
        return call.isEmpty() ? "/programs/" + programme.path("id").asString("") : "/calls/" + call;
    }

    private static Optional<PageHead> programme(JsonNode programme, Language language) {
        var description = text(programme.path("description"), language).orElse("");
        return text(programme.path("title"), language)
                .map(title -> new PageHead(
                        title,
                        shortened(description),
                        heading(title) + "<p class=\"prose\">" + escaped(description) + "</p>"));
    }

    /** It stands for the heading that comes with the scripts. */
    private static String heading(String text) {
        return "<h1 class=\"placeholder\">" + escaped(text) + "</h1>";
    }

    /** In the reader's language, else in English, else in any. */
    private static Optional<String> text(JsonNode versions, Language language) {
        return Stream.concat(
                        Stream.of(versions.path(language.toString()), versions.path(Language.ENGLISH.toString())),
                        versions.valueStream())
                .map(version -> version.asString(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
