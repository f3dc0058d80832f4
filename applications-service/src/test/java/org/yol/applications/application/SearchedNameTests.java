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
                "Q´osim Q´osim Q＇osim | qosim",
                "Фёдор Ким-Ли | федор ким ли",
                "ｗｉｄｅ ﾀﾅｶ | wide タナカ",
                "山田 太郎 | 山田 太郎",
                "やまだ たろう Taro | ヤマタ タロウ taro",
                ".*^$[]() | ''"
            })
    void wordsAreWhatPeopleTakeForTheSame(String name, String words) {
        assertThat(String.join(" ", SearchedName.words(name))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "山田太郎 | 山田太郎 田太郎 太郎 郎",
                "山田 太郎 | 山田 太郎 山田太郎 田 郎",
                "ヤマダ タロウ Taro | ヤマタ タロウ taro ヤマタタロウ マタ タ ロウ ウ",
                "アリー | アリー リー ー",
                "𠮷野 Ken | 𠮷野 ken 野",
                "Aigerim Bekova | aigerim bekova"
            })
    void givenNameWrittenWithoutASpaceIsKeptAsWell(String name, String kept) {
        assertThat(String.join(" ", SearchedName.kept(name))).isEqualTo(kept);
    }

    @Test
    void veryLongNameWithoutSpacesIsKeptByThirtyOfItsEnds() {
        assertThat(SearchedName.kept("あいうえおかきくけこ".repeat(20)))
                .hasSize(30)
                .first()
                .isEqualTo("アイウエオカキクケコ".repeat(20));
    }

    @Test
    void noNameHasNoWords() {
        assertThat(SearchedName.words(null)).isEmpty();
        assertThat(SearchedName.kept(null)).isEmpty();
    }

    @Test
    void aVeryLongNameHasTenWords() {
        assertThat(SearchedName.words("a b c d e f g h i j k l m"))
                .isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    }
}
