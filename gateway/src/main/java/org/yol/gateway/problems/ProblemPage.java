package org.yol.gateway.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import org.yol.gateway.Paths;
import reactor.core.publisher.Mono;

/**
 * A problem for people: shown when a whole page, such as the one that starts the sign-in, could not be answered. Where
 * it is known when to come back, the page does so by itself.
 */
@Component
class ProblemPage {

    /** Where the identity provider sends people back to; what it sent with them is good for one try only. */
    static final Paths SENT_BACK = Paths.of("/login/oauth2/**");

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ProblemTexts texts;
    private final String styles;

    ProblemPage(ProblemTexts texts, @Value("classpath:/static/index.html") Resource frontPage) throws IOException {
        this.texts = texts;
        this.styles = stylesOf(frontPage);
    }

    /** The styles of the front end, whose page names them and their versions; none where there is no front end. */
    private static String stylesOf(Resource frontPage) throws IOException {
        return frontPage.exists()
                ? frontPage
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("<link rel=\"stylesheet\""))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    Mono<Void> write(ServerWebExchange exchange, ProblemException refusal) {
        var problem = refusal.problem();
        var language = texts.language(exchange);
        var again = secondsUntilAgain(exchange, refusal);
        var html = """
                <!doctype html>
                <html lang="%1$s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Yol</title>
                %6$s%7$s
                <main class="container">
                <article>
                <h1>%2$s</h1>
                <p>%3$s</p>%8$s
                <p><a href="%4$s" role="button">%5$s</a></p>
                </article>
                </main>
                </html>
                """.formatted(
                language.getLanguage(),
                escaped(texts.title(problem, language)),
                escaped(texts.detail(problem, language)),
                startsSignInAgain(problem) ? "/login" : "/",
                escaped(texts.text(startsSignInAgain(problem) ? "page.sign-in" : "page.home", language)),
                styles,
                again.map(seconds -> "\n<meta http-equiv=\"refresh\" content=\"" + seconds + target(exchange) + "\">")
                        .orElse(""),
                again.map(seconds -> "\n<p>" + escaped(texts.again(seconds, language)) + "</p>")
                        .orElse(""));
        var response = exchange.getResponse();
        response.getHeaders().setContentType(HTML);
        response.getHeaders().setContentLanguage(language);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(html.getBytes(StandardCharsets.UTF_8))));
    }

    /** Never at the same moment as everybody else who was refused in this one. */
    private static Optional<Long> secondsUntilAgain(ServerWebExchange exchange, ProblemException refusal) {
        return refusal.retryAfter()
                .filter(_ -> exchange.getRequest().getMethod() == HttpMethod.GET)
                .map(ProblemHandler::wholeSeconds)
                .map(seconds -> seconds + ThreadLocalRandom.current().nextLong(2 + seconds / 2));
    }

    /** The sign-in is begun anew without {@code /login}, which would forget the page to come back to. */
    private static String target(ServerWebExchange exchange) {
        return SENT_BACK.match(exchange.getRequest()) ? "; url=/oauth2/authorization/yol" : "";
    }

    private static boolean startsSignInAgain(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED, SIGN_IN_FAILED, SIGN_IN_UNAVAILABLE -> true;
            default -> false;
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
