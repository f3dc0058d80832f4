package org.yol.gateway.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Documents of the sources that people who use the platform read, as pages. */
@Component
class Guides {

    /** Their names, by which they are in {@code docs/} and are asked for. */
    static final List<String> NAMES = List.of("selection-by-hand", "selection", "selection-checker");

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final String FILE_ENDING = ".md";

    private final Map<String, String> pages = new LinkedHashMap<>();

    Guides() throws IOException {
        Parser parser = Parser.builder().extensions(TABLES).build();
        HtmlRenderer renderer = HtmlRenderer.builder().extensions(TABLES).build();
        for (String name : NAMES) {
            String text =
                    new ClassPathResource("guides/" + name + FILE_ENDING).getContentAsString(StandardCharsets.UTF_8);
            Node document = parser.parse(text);
            document.accept(new OwnLinks());
            pages.put(
                    name, page(text.lines().findFirst().orElse("").replaceFirst("^# ", ""), renderer.render(document)));
        }
    }

    /** A whole page; empty for a name that there is not. */
    Optional<String> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Yol</title>
                <body>
                %s</body>
                </html>
                """.formatted(title, body);
    }

    /** Links lead to the front end's pages of other guides; those to other files of the sources lead nowhere here. */
    private static final class OwnLinks extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String to = link.getDestination();
            if (to.startsWith("http") || to.startsWith("/") || to.startsWith("#")) {
                return;
            }
            String name = to.replaceFirst("\\.md(#.*)?$", "");
            if (NAMES.contains(name)) {
                link.setDestination("/selections/how/" + name);
                return;
            }
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }
    }
}
