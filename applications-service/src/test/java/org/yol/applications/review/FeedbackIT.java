package org.yol.applications.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AIGERIM;
import static org.yol.platform.test.Account.NURLAN;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.SelectionTerms;
import org.yol.contracts.SelectionTerms.Feedback;
import org.yol.contracts.SelectionTerms.Reviewing;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

/** What students read of their reviews, and when. */
class FeedbackIT extends AtAnOpenCall {

    private final Account colleague = Account.reviewer("yamada", "jp-university-of-tsukuba");
    private final String telling = call + "-telling";

    private void callTells(Feedback feedback) {
        Reviewing reviewing = new Reviewing(2, false, BigDecimal.valueOf(20), feedback);
        api.callIsPublished(
                CallFixtures.with(
                        CallFixtures.publishedNow(telling, 2), new SelectionTerms(null, null, reviewing, null)),
                1);
    }

    private void review(Account reviewer, Answer application, int academic, int plan, String forStudent) {
        Answer review = api.as(reviewer)
                .put(path(application) + "/reviews/place-tsukuba", "\"0\"", """
                        {"scores": {"academic": %d, "plan": %d}, "comment": "Secret.", "forStudent": "%s"}""".formatted(academic, plan, forStudent));
        assertThat(review.status()).as(review.text()).isEqualTo(200);
    }

    private Answer reviewedTwice() {
        Answer submitted = api.submitted(AIGERIM, telling);
        review(TANAKA, submitted, 9, 4, "Write more of the method.");
        review(colleague, submitted, 6, 5, "A good question.");
        return submitted;
    }

    private void announce(Answer application) {
        Answer decided = api.decide(application, "\"0\"", "not-selected");
        assertThat(api.publish(application, decided.eTag(), "{}").status()).isEqualTo(200);
    }

    private Answer feedback(Account reader, Answer application) {
        return api.as(reader).get(path(application) + "/feedback");
    }

    @Test
    void isTheMeanOfAllReviewersAndWhatTheyWroteForTheStudentOnceTheOutcomeIsAnnounced() {
        callTells(Feedback.COMMENTS);
        Answer application = reviewedTwice();
        assertThat(feedback(AIGERIM, application).status()).isEqualTo(404);

        announce(application);

        Answer read = feedback(AIGERIM, application);
        assertThat(read.at("/places/0/placeId")).isEqualTo("place-tsukuba");
        assertThat(read.at("/places/0/criteria/0/criterion")).isEqualTo("academic");
        assertThat(read.at("/places/0/criteria/0/mean")).isEqualTo("7.5");
        assertThat(read.at("/places/0/criteria/1/mean")).isEqualTo("4.5");
        assertThat(read.body().at("/places/0/comments").valueStream().map(each -> each.asString()))
                .containsExactlyElementsOf(List.of("A good question.", "Write more of the method."));
        assertThat(read.text()).doesNotContain("tanaka", "yamada", "Secret");
        assertThat(feedback(NURLAN, application).status()).isEqualTo(404);
        assertThat(api.as(SATO).get(path(application)).text()).contains("Write more of the method.");
    }

    @Test
    void isWithoutCommentsWhereTheCallTellsScoresAndThenNoneAreKept() {
        callTells(Feedback.SCORES);
        Answer application = reviewedTwice();
        announce(application);

        assertThat(feedback(AIGERIM, application).body().at("/places/0/comments"))
                .isEmpty();
        assertThat(api.as(SATO).get(path(application)).text()).doesNotContain("Write more of the method.");
    }

    @Test
    void isNoneWhereTheCallTellsNothing() {
        callTells(Feedback.NONE);
        Answer application = reviewedTwice();
        announce(application);

        assertThat(feedback(AIGERIM, application).status()).isEqualTo(404);
    }
}
