package org.yol.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
class ProblemLanguageIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en            | There is nothing at this address",
                "ja-JP,en;q=.5 | このアドレスには何もありません",
                "fr, ru;q=0.8  | По этому адресу ничего нет",
                "kk, ru;q=0.8  | Бұл мекенжайда ештеңе жоқ",
                "ky            | Бул даректе эч нерсе жок",
                "tg-TJ         | Дар ин суроға чизе нест",
                "tk            | Bu salgyda hiç zat ýok",
                "uz-Latn-UZ    | Bu manzilda hech narsa yoʻq",
                "fr            | There is nothing at this address"
            })
    void problemsSpeakTheLanguageOfTheRequest(String languages, String title, @LocalServerPort int port) {
        var answer = Browser.at(port).get("/api/unknown", "Accept-Language", languages);
        assertThat(answer.body()).contains("\"title\":\"" + title + "\"", "\"status\":404");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
    }

    @Test
    void wrongMethodIsToldTheRightOnes(@LocalServerPort int port) {
        var answer = Browser.at(port).post("/session", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        assertThat(answer.body()).contains("urn:yol:problem:method-not-allowed");
    }
}
