package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.CallPublished;
import org.yol.contracts.EventType;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import tools.jackson.databind.json.JsonMapper;

/** The steps people take, over HTTP, for tests to start from. */
public final class ApplicationsApi {

    public static final String COMPLETE = """
            {"answers": {"motivation": "Water.", "studyPlan": "Ile."}, "choices": ["place-tsukuba"]}""";
    public static final String DOSSIER = """
            {"passportName": {"family": "Bekova", "given": "Aigerim"}, "birthDate": "1999-03-21",
             "education": [{"institution": "Nazarbayev University", "level": "bachelor"}],
             "consents": [{"kind": "hand-over-to-japan"}]}""";
    public static final byte[] PDF = TestPdf.of("");

    private final int port;
    private final EventProbe events;

    public ApplicationsApi(int port, EventProbe events) {
        this.port = port;
        this.events = events;
    }

    public Api as(Account account) {
        return Api.as(account, port);
    }

    /** Tells the service of an open call and waits until it knows it. */
    public void callIsOpen(String callId) {
        callIsPublished(CallFixtures.publishedNow(callId), 1);
    }

    /** Tells the service of a call and waits until somebody can ask for it. */
    public void callIsPublished(CallPublished call, long seq) {
        events.tell(
                EventType.CALL_PUBLISHED,
                call.callId(),
                seq,
                JsonMapper.shared().writeValueAsString(call));
        Account passerBy = Account.student("passer-by", "Passer-by", "AZ");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !as(passerBy)
                        .post("/api/applications", "{\"callId\":\"" + call.callId() + "\"}")
                        .at("/type")
                        .endsWith("field-errors"));
    }

    public Answer start(Account student, String callId) {
        Answer started = as(student).post("/api/applications", "{\"callId\":\"" + callId + "\"}");
        assertThat(started.status()).isIn(200, 201);
        return started;
    }

    public Answer upload(Account student, Answer application, String kind, String name, byte[] bytes) {
        return as(student)
                .sendForm(
                        HttpMethod.PUT,
                        path(application) + "/documents/" + kind,
                        application.eTag(),
                        form(name, bytes));
    }

    /** A form with one file. */
    public static Object form(String name, byte[] bytes) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return form;
    }

    /** The student's dossier, with everything in it that is asked. */
    public Answer dossier(Account student) {
        Answer dossier = as(student).get("/api/profile");
        return dossier.at("/particulars/birthDate").isEmpty()
                ? as(student).put("/api/profile", dossier.eTag(), DOSSIER)
                : dossier;
    }

    /** What is sent to submit with the dossier as it is now. */
    public String withDossier(Account student) {
        return "{\"dossierVersion\": %s}"
                .formatted(as(student).get("/api/profile").at("/version"));
    }

    /** A draft with everything in it. */
    public Answer complete(Account student, String callId) {
        dossier(student);
        Answer started = start(student, callId);
        Answer saved = as(student).put(path(started), started.eTag(), COMPLETE);
        return upload(student, saved, "passport", "passport.pdf", PDF);
    }

    public Answer submitted(Account student, String callId) {
        Answer complete = complete(student, callId);
        Answer submitted = as(student).post(path(complete) + "/submission", complete.eTag(), withDossier(student));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return submitted;
    }

    /** The application as the coordinator sees it, with one review. */
    public Answer reviewed(Account student, String callId) {
        Answer submitted = submitted(student, callId);
        Answer review = review(Account.TANAKA, submitted, "\"0\"", 9, 7);
        assertThat(review.status()).as(review.text()).isEqualTo(200);
        return as(Account.SATO).get(path(submitted));
    }

    public Answer review(Account reviewer, Answer application, String eTag, int academic, int plan) {
        return as(reviewer).put(path(application) + "/reviews/place-tsukuba", eTag, """
                {"scores": {"academic": %d, "plan": %d}, "comment": "Good."}""".formatted(academic, plan));
    }

    /** The answer to the decision that selects a reviewed student for a place at Tsukuba. */
    public Answer decided(Account student, String callId) {
        return decide(reviewed(student, callId), "\"0\"", "selected");
    }

    public Answer decide(Answer application, String eTag, String outcome) {
        return as(Account.SATO).put(path(application) + "/decision", eTag, """
                {"outcome": "%s", "placeId": "place-tsukuba", "reason": "Strong."}""".formatted(outcome));
    }

    /** The application as its student sees it, with an offer. */
    public Answer offered(Account student, String callId) {
        Answer decided = decided(student, callId);
        Answer started = start(student, callId);
        Answer published = publish(started, decided.eTag(), "{}");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return as(student).get(path(started));
    }

    public Answer publish(Answer application, String eTag, String body) {
        return as(Account.SATO).post(path(application) + "/decision/publication", eTag, body);
    }

    public static String path(Answer application) {
        return "/api/applications/" + application.at("/id");
    }
}
