package org.yol.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what, as a table in a text file that people can read: a line an endpoint, a column a reader. The first
 * line names the readers. A cell is {@code yes} for allowed, or the status a refusal has.
 *
 * @param rows what each reader may expect, by endpoint ({@code GET /api/things/{id}})
 */
public record AccessTable(Map<String, Map<String, String>> rows) {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /** One cell. */
    public record Cell(String endpoint, String reader, String expected) {

        /** GET, PUT … */
        public String method() {
            return endpoint.split(" ")[0];
        }

        /** With its variables still in braces. */
        public String path() {
            return endpoint.split(" ")[1];
        }

        /** What this status means in the words of the table. */
        public static String meaning(int status) {
            return REFUSALS.contains(status) ? String.valueOf(status) : "yes";
        }

        @Override
        public String toString() {
            return reader + " " + endpoint + ": " + expected;
        }
    }

    /** The table in a file on the class path; lines that begin with # are for people. */
    public static AccessTable read(String file) {
        try {
            List<List<String>> lines = new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .map(cell -> cell.strip().replaceAll("\\s+", " "))
                            .toList())
                    .toList();
            List<String> readers = lines.getFirst();
            Map<String, Map<String, String>> rows = new LinkedHashMap<>();
            for (List<String> line : lines.subList(1, lines.size())) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int column = 1; column < readers.size(); column++) {
                    cells.put(readers.get(column), line.get(column));
                }
                rows.put(line.getFirst(), cells);
            }
            return new AccessTable(rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All cells, a test each. */
    public Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        rows.forEach((endpoint, readers) ->
                readers.forEach((reader, expected) -> cells.add(new Cell(endpoint, reader, expected))));
        return cells.stream();
    }

    /** The endpoints of a service under {@code /api}; one that answers a certain media type is named with it. */
    public static Set<String> endpoints(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path
                                        + suffix(info.getProducesCondition().toString()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String suffix(String produces) {
        String type = produces.replaceAll("[\\[\\]]", "");
        return type.isEmpty() || type.equals("application/json") ? "" : " " + type;
    }
}
