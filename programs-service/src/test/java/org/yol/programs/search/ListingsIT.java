package org.yol.programs.search;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.platform.test.Account.SATO;
import static org.yol.programs.ProgrammeJson.complete;

import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.platform.test.Api.Answer;
import org.yol.programs.ProgramsApi;
import org.yol.programs.ProgramsTest;

@ProgramsTest
class ListingsIT {

    @Test
    void listingOfAnOlderReleaseIsReadWithWhatItLacksAsNothing(
            @LocalServerPort int port, @Autowired MongoDatabase database) {
        ProgramsApi api = new ProgramsApi(port);
        String title = "Listed " + UUID.randomUUID();
        String id = api.published(SATO, complete().titled(title)).at("/id");
        database.getCollection("listings")
                .updateOne(
                        eq("_id", id),
                        combine(
                                unset("levels"),
                                unset("calls.0.terms.rankAtMost"),
                                unset("calls.0.terms.places"),
                                unset("programme.offer.fields")));

        Answer list = api.asAnybody().get("/api/programs?text=" + title.replace(' ', '+'));

        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.at("/items/0/id")).isEqualTo(id);
        assertThat(list.body().at("/items/0/calls/0/places")).isEmpty();
    }
}
