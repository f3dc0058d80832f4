package org.yol.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import tools.jackson.databind.JsonNode;

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
                        "/api/calls/{id}/eligibility",
                        "/api/calls/{id}/extensions",
                        "/api/calls/{id}/closing",
                        "/api/calls/{id}/archive",
                        "/api/calls/{id}/return",
                        "/api/programs/{id}/archive",
                        "/api/programs/{id}/return",
                        "/api/programs/own",
                        "/api/calls/{id}/calendar",
                        "/api/calls/{id}/balance",
                        "/api/programs/documents",
                        "/api/programs/{id}/document",
                        "/api/programs/schema",
                        "/api/hosts",
                        "/api/hosts/candidates",
                        "/api/hosts/{id}",
                        "/api/hosts/{id}/revisions",
                        "/api/providers",
                        "/api/providers/{id}",
                        "/api/figures",
                        "/api/open-data",
                        "/api/open-data/programmes.csv",
                        "/api/open-data/programmes.json",
                        "/api/open-data/calls.csv",
                        "/api/open-data/calls.json",
                        "/api/open-data/figures.csv",
                        "/api/open-data/figures.json");
        assertThat(description
                        .body()
                        .at("/components/schemas/ProgrammeWithCalls/properties")
                        .propertyNames())
                .contains("title", "calls", "provider")
                .doesNotContain("offer");
    }

    @Test
    void describesWhatEachCallAnswersAndRefuses() {
        JsonNode publication = Api.asAnybody(port)
                .get("/v3/api-docs")
                .body()
                .at("/paths/~1api~1calls~1{id}~1publication/post/responses");

        assertThat(publication
                        .at("/200/content")
                        .valueStream()
                        .findFirst()
                        .orElseThrow()
                        .at("/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/CallView");
        assertThat(publication.propertyNames()).contains("401", "403", "404", "409", "412", "422", "428");
    }

    @Test
    void isReady() {
        assertThat(Api.asAnybody(port).get("/livez").status()).isEqualTo(200);
        assertThat(Api.asAnybody(port).get("/readyz").status()).isEqualTo(200);
    }
}
