package org.yol.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programmes/1", "/programmes?text=a%20b&kind=exchange#places"})
    void pagesOfThisSiteAreKept(String path) {
        assertThat(LocalPath.of(path).value()).isEqualTo(path);
    }

    @Test
    void lettersOfEveryLanguageAreEncoded() {
        assertThat(LocalPath.of("/programmes?text=奨学").value()).isEqualTo("/programmes?text=%E5%A5%A8%E5%AD%A6");
    }

    @Test
    void whatIsTooLongForACookieIsTheFirstPage() {
        var longest = "/programmes?text=" + "a".repeat(1983);
        assertThat(LocalPath.of(longest).value()).isEqualTo(longest);
        assertThat(LocalPath.of(longest + "a")).isEqualTo(LocalPath.HOME);
        assertThat(LocalPath.of("/programmes?text=" + "奨".repeat(300))).isEqualTo(LocalPath.HOME);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a b",
                "/login?to=/login",
                "/logout"
            })
    void everythingElseIsTheFirstPage(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(LocalPath.HOME);
    }
}
