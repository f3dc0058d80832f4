package org.yol.gateway.problems;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;

/** The texts people read, in the language of their request. */
@Component
class ProblemTexts {

    private final MessageSource messages;
    private final GatewayProperties properties;

    ProblemTexts(MessageSource messages, GatewayProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    Locale language(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getLocaleContext().getLocale()).orElse(Locale.ENGLISH);
    }

    String title(Problem problem, Locale language) {
        return messages.getMessage("problem." + problem.slug() + ".title", null, language);
    }

    String detail(Problem problem, Locale language) {
        Object[] limit = problem == Problem.REQUEST_TOO_LARGE
                ? new Object[] {megabytes(properties.bodies().usual().size())}
                : null;
        return messages.getMessage("problem." + problem.slug() + ".detail", limit, language);
    }

    String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    String again(long seconds, Locale language) {
        return messages.getMessage("page.again", new Object[] {seconds}, language);
    }

    private static long megabytes(DataSize size) {
        return Math.max(1, size.toMegabytes());
    }
}
