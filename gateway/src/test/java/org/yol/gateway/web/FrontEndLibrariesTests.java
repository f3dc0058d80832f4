package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The front page names its libraries by version; a new version in the root pom must not leave it behind. */
class FrontEndLibrariesTests {

    private static final Pattern ADDRESS = Pattern.compile("\"(/webjars/[^\"]+)\"");

    @Test
    void everyLibraryOfTheFrontPageIsOnTheClassPath() throws IOException {
        String page = new ClassPathResource("static/index.html").getContentAsString(StandardCharsets.UTF_8);

        assertThat(ADDRESS.matcher(page).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(address -> assertThat(new ClassPathResource("META-INF/resources" + address).exists())
                        .as(address)
                        .isTrue());
    }
}
