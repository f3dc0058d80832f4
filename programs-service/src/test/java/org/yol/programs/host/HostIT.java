package org.yol.programs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.KARIMOV;
import static org.yol.platform.test.Account.SATO;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

@ProgramsTest
class HostIT {

    @LocalServerPort
    int port;

    ProgramsApi api;

    @BeforeEach
    void api() {
        api = new ProgramsApi(port);
    }

    @Test
    void theSameNameIsTheSameHost() {
        Answer first = api.as(SATO).post("/api/hosts", "{\"name\": \"Nagoya University\", \"country\": \"JP\"}");
        Answer second = api.as(KARIMOV).post("/api/hosts", "{\"name\": \" NAGOYA  University\", \"country\": \"JP\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/id")).isEqualTo("jp-nagoya-university");
        assertThat(first.headers().getLocation()).hasToString("/api/hosts?text=Nagoya%20University");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theSameNameInAnotherCountryIsAnotherHost() {
        Answer almaty =
                api.as(SATO).post("/api/hosts", "{\"name\": \"State Medical University\", \"country\": \"KZ\"}");
        Answer bishkek =
                api.as(SATO).post("/api/hosts", "{\"name\": \"State Medical University\", \"country\": \"KG\"}");

        assertThat(almaty.at("/id")).isEqualTo("kz-state-medical-university");
        assertThat(bishkek.status()).isEqualTo(201);
        assertThat(bishkek.at("/country")).isEqualTo("KG");
    }

    @Test
    void pressingTwiceAnswersTheSame() {
        String host = "{\"name\": \"Osaka University\", \"country\": \"JP\"}";
        String key = UUID.randomUUID().toString();

        Answer first = api.as(SATO).send(HttpMethod.POST, "/api/hosts", null, key, host);
        Answer second = api.as(SATO).send(HttpMethod.POST, "/api/hosts", null, key, host);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void aNameInAnotherScriptIsAskedForInLatin() {
        Answer refused = api.as(SATO).post("/api/hosts", "{\"name\": \"筑波大学\", \"country\": \"JP\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/name");
        assertThat(refused.at("/errors/0/detail")).contains("Latin");
    }

    @Test
    void hostsAreFoundByPartOfTheirName() {
        api.as(SATO).post("/api/hosts", "{\"name\": \"Kyoto (.*) Institute\", \"country\": \"JP\"}");

        assertThat(api.asAnybody().get("/api/hosts?text=TSUK").at("/items/0/id"))
                .isEqualTo("jp-university-of-tsukuba");
        assertThat(api.asAnybody().get("/api/hosts?text=(.*)").body().at("/items"))
                .hasSize(1);
        assertThat(api.asAnybody().get("/api/hosts?limit=1").at("/next")).isNotEmpty();
    }
}
