package org.yol.applications.receipt;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.yol.platform.test.Account.AIGERIM;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.log.EnteredDocuments.Entered;
import org.yol.platform.test.Api.Answer;

class EnteredApplicationsIT extends AtAnOpenCall {

    @Autowired
    private EnteredApplications entered;

    @Autowired
    private Applications applications;

    @Test
    void whatIsNotAsItWasHandedInIsFound(@Autowired MongoDatabase database) {
        Answer submitted = api.submitted(AIGERIM, call);
        Application application = applications.find(submitted.at("/id")).orElseThrow();
        MongoCollection<Document> stored = database.getCollection("submissions");
        String id = submitted.at("/receipt/submission");
        Document handedIn = stored.find(eq("_id", id)).first();
        String receipt = submitted.at("/receipt/id");

        assertThat(entered.of(application)).extracting(Entered::document).containsExactly("receipt " + receipt);

        stored.updateOne(
                eq("_id", id), Updates.set("text", handedIn.getString("text").replace("Aigerim", "Aisulu")));
        assertFound(application, "The submission of receipt " + receipt + " is not what was handed in");

        stored.deleteOne(eq("_id", id));
        assertFound(application, "The submission of receipt " + receipt + " is missing");

        // As whoever erases a person leaves it.
        database.getCollection("applications")
                .updateOne(eq("_id", application.id()), Updates.unset("life.receipt.jws"));
        assertThat(entered.of(applications.find(application.id()).orElseThrow()))
                .isEmpty();
    }

    private void assertFound(Application application, String what) {
        assertThatIllegalStateException()
                .isThrownBy(() -> entered.of(application))
                .withMessageStartingWith(what);
    }
}
