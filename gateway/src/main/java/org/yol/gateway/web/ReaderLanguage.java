package org.yol.gateway.web;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import org.yol.contracts.Language;

/** The language a page is read in, as far as it is known before its scripts run. */
final class ReaderLanguage {

    /** Set by the front end when it speaks another language than the browser would ask for. */
    private static final String COOKIE = "yol-language";

    private ReaderLanguage() {}

    /** The one last spoken here, else what the browser prefers, else English. */
    static Language of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .flatMap(cookie -> Language.find(cookie.getValue()))
                .or(() -> Optional.ofNullable(exchange.getLocaleContext().getLocale())
                        .flatMap(locale -> Language.find(locale.getLanguage())))
                .orElse(Language.ENGLISH);
    }
}
