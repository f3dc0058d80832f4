package org.yol.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which scripts a script needs before it can run. A browser finds them one level of imports after another, each after
 * another journey to the server; told beforehand it asks for all at once.
 */
final class Modules {

    private static final String LIBRARIES = "/webjars/";
    private static final Pattern IMPORTED =
            Pattern.compile("(?:^|[;}\\s])(?:import|export)(?:[\\s{*][^'\"()]*?from)?\\s*[\"']([^\"']+)[\"']");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String now;
    private final Map<String, String> names;

    /**
     * @param page the front page, whose import map says where libraries are
     * @param now how addresses of own files begin, such as {@code /v/now/}
     */
    Modules(String page, String now, JsonMapper json) {
        this.now = now;
        this.names = IMPORT_MAP
                .matcher(page)
                .results()
                .findFirst()
                .map(map -> json.readValue(map.group(1), new TypeReference<Map<String, Map<String, String>>>() {})
                        .getOrDefault("imports", Map.of()))
                .orElse(Map.of());
    }

    /** The addresses of these scripts and of all that they import, themselves first. */
    List<String> neededBy(List<String> addresses) {
        Set<String> found = new LinkedHashSet<>(addresses);
        Deque<String> unread = new ArrayDeque<>(addresses);
        while (!unread.isEmpty()) {
            String address = unread.poll();
            importsOf(address).filter(found::add).forEach(unread::add);
        }
        return List.copyOf(found);
    }

    private Stream<String> importsOf(String address) {
        return text(address).stream()
                .flatMap(script -> IMPORTED.matcher(script).results())
                .map(found -> address(found.group(1), address));
    }

    /** As a browser would find it: relative, or by the import map, of which the longest name that fits counts. */
    private String address(String specifier, String importer) {
        if (specifier.startsWith(".")) {
            return URI.create(importer).resolve(specifier).toString();
        }
        return names.keySet().stream()
                .filter(name -> name.equals(specifier) || name.endsWith("/") && specifier.startsWith(name))
                .max(Comparator.comparingInt(String::length))
                .map(name -> names.get(name) + specifier.substring(name.length()))
                .orElseThrow(
                        () -> new IllegalStateException(importer + " imports " + specifier + ", which is nowhere"));
    }

    /** Nothing for what is made at the start: it imports nothing. */
    private Optional<String> text(String address) {
        if (address.equals(now + ContractWords.PATH)) {
            return Optional.empty();
        }
        var file = new ClassPathResource(
                address.startsWith(LIBRARIES)
                        ? "META-INF/resources" + address
                        : "static/" + address.substring(now.length()));
        try {
            return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        }
    }
}
