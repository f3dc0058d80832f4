package org.yol.gateway.web;

import org.springframework.web.server.ServerWebExchange;

/**
 * What is known of a page before its scripts run.
 *
 * @param title in the reader's language, as text
 * @param description the first words of it, as text; may be empty
 * @param body what stands on the page until the scripts show it, as HTML; may be empty
 */
record PageHead(String title, String description, String body) {

    /** The title of pages that have none of their own. */
    static final String SITE = "Yol";

    private static final String ATTRIBUTE = PageHead.class.getName();

    void keep(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** What is known of the page of this request, else that. */
    static PageHead of(ServerWebExchange exchange, PageHead otherwise) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, otherwise);
    }
}
