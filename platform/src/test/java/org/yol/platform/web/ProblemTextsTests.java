package org.yol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.yol.platform.problem.Problem;

class ProblemTextsTests {

    private static final Problem NOT_YET = new Problem("not-yet", 409);

    /** As somebody who does this job elsewhere met it: a call that opens at half past midnight in Tokyo. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 January 2099, 00:30 (Tokyo time, GMT+9)",
                "ru | 1 января 2099 г., 00:30 (время: Токио, GMT+9)",
                "ja | 2099年1月1日 00:30 (東京時間, GMT+9)",
            })
    void aMomentIsWrittenByTheClocksOfItsZoneInTheReadersForm(String language, String written) {
        Locale locale = Locale.of(language);
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("problem.not-yet.title", locale, "Not yet");
        messages.addMessage("problem.not-yet.detail", locale, "{0}");

        String detail = new ProblemTexts(messages)
                .detail(NOT_YET, List.of(ZonedDateTime.parse("2099-01-01T00:30+09:00[Asia/Tokyo]")), locale)
                .getDetail();

        assertThat(detail.replace('\u202f', ' ').replace('\u00a0', ' ')).isEqualTo(written);
    }
}
