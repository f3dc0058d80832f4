package org.yol.programs.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "University of Tsukuba | university-of-tsukuba",
                "  Kyūshū -- Daigaku! | kyushu-daigaku",
                "Magtymguly adyndaky Türkmen döwlet uniwersiteti | magtymguly-adyndaky-turkmen-dowlet-uniwersiteti",
                "Oʻzbekiston Milliy universiteti | ozbekiston-milliy-universiteti",
                "O'zbekiston Milliy universiteti | ozbekiston-milliy-universiteti",
                "Qazaq ulttıq wnïversïteti | qazaq-ulttiq-wniversiteti",
                "Uniwersytet Łódzki | uniwersytet-lodzki",
                "Ｔｓｕｋｕｂａ ２ | tsukuba-2",
            })
    void namesBecomeAddresses(String name, String slug) {
        assertThat(Slug.of(name)).contains(new Slug(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"筑波大学", "Университет Цукубы", "University 大学", "---", "ひろしま"})
    void namesInOtherScriptsAreNotGuessed(String name) {
        assertThat(Slug.of(name)).isEmpty();
    }
}
