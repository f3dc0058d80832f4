package org.yol.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;

/** What the service says of itself. */
@ProgramsTest
class DescriptionIT {

    @LocalServerPort
    int port;

    @Test
    void describesItsHttp() {
        Answer description = Api.asAnybody(port).get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/programs",
                        "/api/programs/{id}",
                        "/api/programs/{programmeId}/calls",
                        "/api/calls/{id}",
                        "/api/calls/{id}/publication",
                        "/api/hosts");
        assertThat(description
                        .body()
                        .at("/components/schemas/ProgrammeWithCalls/properties")
                        .propertyNames())
                .contains("title", "calls", "provider")
                .doesNotContain("offer");
    }

    @Test
    void isReady() {
        assertThat(Api.asAnybody(port).get("/livez").status()).isEqualTo(200);
        assertThat(Api.asAnybody(port).get("/readyz").status()).isEqualTo(200);
    }
}
