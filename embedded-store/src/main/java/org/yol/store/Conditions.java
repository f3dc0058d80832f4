package org.yol.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query asks of single fields, as alternatives of which one has to be true, and in each all has to be true. It
 * may ask for more besides, so that a document that fits here is only likely to be meant.
 *
 * @param alternatives by path, what is asked of the field there
 * @param complete whether the query asks for nothing else
 */
record Conditions(List<Map<String, List<Object>>> alternatives, boolean complete) {

    private static final int ALTERNATIVES_AT_MOST = 64;

    static Conditions of(Document query) {
        return new Conditions(List.of(Map.of()), true).and(query);
    }

    private Conditions and(Document query) {
        Conditions all = this;
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            all = all.and(entry.getKey(), entry.getValue());
        }
        return all;
    }

    private Conditions and(String key, Object value) {
        return switch (key) {
            case "$and" -> all(value);
            case "$or" -> any(value);
            default -> key.startsWith("$") ? incomplete() : asks(key, value);
        };
    }

    private Conditions all(Object queries) {
        Conditions all = this;
        for (Object query : queries instanceof Collection<?> several ? several : List.of()) {
            all = query instanceof Document document ? all.and(document) : all.incomplete();
        }
        return queries instanceof Collection<?> ? all : incomplete();
    }

    private Conditions any(Object queries) {
        if (!(queries instanceof Collection<?> several)
                || !several.stream().allMatch(Document.class::isInstance)
                || several.isEmpty()
                || several.size() * alternatives.size() > ALTERNATIVES_AT_MOST) {
            return incomplete();
        }
        List<Conditions> each =
                several.stream().map(Document.class::cast).map(this::and).toList();
        List<Map<String, List<Object>>> joined =
                each.stream().flatMap(one -> one.alternatives.stream()).toList();
        return joined.size() > ALTERNATIVES_AT_MOST
                ? incomplete()
                : new Conditions(joined, each.stream().allMatch(Conditions::complete));
    }

    private Conditions asks(String path, Object value) {
        return new Conditions(
                alternatives.stream().map(fields -> with(fields, path, value)).toList(), complete);
    }

    private static Map<String, List<Object>> with(Map<String, List<Object>> fields, String path, Object value) {
        Map<String, List<Object>> extended = new LinkedHashMap<>(fields);
        List<Object> asked = new ArrayList<>(fields.getOrDefault(path, List.of()));
        asked.add(value);
        extended.put(path, asked);
        return extended;
    }

    private Conditions incomplete() {
        return new Conditions(alternatives, false);
    }
}
