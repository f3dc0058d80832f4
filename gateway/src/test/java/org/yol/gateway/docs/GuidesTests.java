package org.yol.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidesTests {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"selection-by-hand", "selection", "selection-checker"})
    void linksLeadToPagesThatThereAre(String name) throws IOException {
        String page = new Guides().page(name).orElseThrow();
        assertThat(page).startsWith("<!doctype html>").contains("<h1>", "<table>");
        assertThat(LINK.matcher(page).results().map((MatchResult link) -> link.group(1)))
                .allMatch(to -> to.matches(
                        "https://.*|#.*|/log|/selections/how/(selection|selection-checker|selection-by-hand)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../application", ""})
    void thereAreNoOthers(String name) throws IOException {
        assertThat(new Guides().page(name)).isEmpty();
    }
}
