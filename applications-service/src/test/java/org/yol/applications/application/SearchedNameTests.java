package org.yol.applications.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchedNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aigerim Bekova | aigerim bekova",
                "  AIGERIM   bekova | aigerim bekova",
                "Gülnara Çelik | gulnara celik",
                "Oʻzbek Oʼzbek O'zbek O`zbek | ozbek",
                "Фёдор Ким-Ли | федор ким ли",
                "ｗｉｄｅ ﾀﾅｶ | wide タナカ",
                "山田 太郎 | 山田 太郎",
                ".*^$[]() | ''"
            })
    void wordsAreWhatPeopleTakeForTheSame(String name, String words) {
        assertThat(String.join(" ", SearchedName.words(name))).isEqualTo(words);
    }

    @Test
    void noNameHasNoWords() {
        assertThat(SearchedName.words(null)).isEmpty();
    }

    @Test
    void aVeryLongNameHasTenWords() {
        assertThat(SearchedName.words("a b c d e f g h i j k l m"))
                .isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    }
}
