package org.yol.localrun.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accessibility checker axe-core.
 *
 * @param script its source
 */
record Axe(String script) {

    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final String RUN = "axe.run(document, {resultTypes: ['violations']}).then(JSON.stringify)";

    static Axe load() throws IOException {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "no axe.min.js")) {
            return new Axe(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What hinders people on the page as it is now: the rule and where it is broken. */
    List<String> hindrances(Page page) {
        page.evaluate(script);
        JsonNode result = JsonMapper.shared().readTree((String) page.evaluate(RUN));
        return result.get("violations")
                .valueStream()
                .filter(violation -> GRAVE.contains(violation.get("impact").asString()))
                .flatMap(Axe::places)
                .toList();
    }

    private static Stream<String> places(JsonNode violation) {
        return violation
                .get("nodes")
                .valueStream()
                .map(node ->
                        violation.get("id").asString() + ": " + node.get("html").asString() + " "
                                + node.get("failureSummary").asString());
    }
}
