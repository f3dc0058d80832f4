package org.yol.localrun.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

    /** Those of its rules that look at colours; all others see the same in any. */
    private static final String RUN_FOR_COLOURS = """
            axe.run(document, {
              resultTypes: ['violations'],
              runOnly: ['color-contrast', 'link-in-text-block']
            }).then(JSON.stringify)""";

    static Axe load() throws IOException {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "no axe.min.js")) {
            return new Axe(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What hinders people on the page as it is now: the rule and where it is broken. */
    List<String> hindrances(Page page) {
        page.evaluate(script);
        return found(page, RUN).toList();
    }

    /** The same in dark colours and in light ones, which the page has afterwards. */
    List<String> hindrancesInAnyColours(Page page) {
        page.evaluate(script);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Stream<String> dark = found(page, RUN_FOR_COLOURS).map(place -> "in dark colours " + place);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return Stream.concat(dark, found(page, RUN)).toList();
    }

    private static Stream<String> found(Page page, String run) {
        JsonNode result = JsonMapper.shared().readTree((String) page.evaluate(run));
        return result.get("violations")
                .valueStream()
                .filter(violation -> GRAVE.contains(violation.get("impact").asString()))
                .flatMap(Axe::places);
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
