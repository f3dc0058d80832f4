package org.yol.gateway.problems;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A problem for programs. Written once for each language: in a rush most of what is answered are refusals. */
@Component
public class ProblemDocument {

    private final ProblemTexts texts;
    private final JsonMapper json;
    private final Map<Said, byte[]> written = new ConcurrentHashMap<>();

    ProblemDocument(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var language = texts.language(exchange);
        var body = bytes(problem, language);
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLanguage(language);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** The problem as JSON in that language, which is one of those that texts are there in; not to be changed. */
    public byte[] bytes(Problem problem, Locale language) {
        return written.computeIfAbsent(new Said(problem, language), this::write);
    }

    private byte[] write(Said said) {
        var problem = said.problem();
        var language = said.language();
        return json.writeValueAsBytes(new Body(
                problem.type().toString(),
                texts.title(problem, language),
                problem.status().value(),
                texts.detail(problem, language)));
    }

    private record Said(Problem problem, Locale language) {}

    private record Body(String type, String title, int status, String detail) {}
}
