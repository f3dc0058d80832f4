package org.yol.gateway.docs;

import java.io.IOException;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yol.gateway.GatewayProperties;

/** The page that shows the API of every service, by Swagger UI. */
@RestController
class DocumentationController {

    private final Collection<String> services;
    private final String page;

    DocumentationController(GatewayProperties properties) throws IOException {
        this.services = new TreeSet<>(properties.services().keySet());
        this.page = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>API · Yol</title>
                <link rel="stylesheet" href="/webjars/swagger-ui/%1$s/swagger-ui.css">
                <script src="/webjars/swagger-ui/%1$s/swagger-ui-bundle.js" defer></script>
                <script src="/webjars/swagger-ui/%1$s/swagger-ui-standalone-preset.js" defer></script>
                <script src="/docs/start.js" type="module"></script>
                <div id="documentation"></div>
                </html>
                """.formatted(swaggerUiVersion());
    }

    /** The page itself. */
    @GetMapping(
            path = {"/docs", "/docs/"},
            produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return page;
    }

    /** The services that can be chosen on the page, and where their API descriptions are. */
    @GetMapping("/docs/services")
    Collection<Choice> services() {
        return services.stream()
                .map(name -> new Choice(name, "/v3/api-docs/" + name))
                .toList();
    }

    record Choice(String name, String url) {}

    private static String swaggerUiVersion() throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"))
                .getProperty("version");
    }
}
