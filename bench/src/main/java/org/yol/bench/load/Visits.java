package org.yol.bench.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.ByteArrayBodyPart;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Plan.Fact;
import org.yol.bench.platform.DraftForm;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the people of a crowd do, in Gatling's words.
 *
 * @param facts what they know
 */
record Visits(Crowd crowd, Map<Fact, String> facts, Recorder recorder) {

    /** The name of the request by which somebody submits. */
    static final String SUBMIT = "submit";

    /** The name of all of it until there is a receipt, with the waiting of those who were refused. */
    static final String RECEIVE = "submit until there is a receipt";

    /** The name of the request that publishes a decision. */
    static final String ANNOUNCE = "announce";

    /** The name of a message that came by the live stream. */
    static final String HEAR = "hear of it in the stream";

    /** Whether there is somebody for this visit. */
    static final String APPLICATION = "application";

    private static final String ACCOUNT = "account";
    private static final String CREDENTIAL = "credential";
    private static final String STATUS = "status";
    private static final String TOOK = "took";
    private static final String RETRY_AFTER = "retryAfter";
    private static final String KEY = "key";
    private static final String SINCE = "since";
    private static final String VERSION = "version";
    private static final String DOSSIER_VERSION = "dossierVersion";
    private static final String RECEIPT = "receipt";
    private static final String TOLD = "told";

    private static final String ONE = "/api/applications/#{application}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_LISTENING = Duration.ofMinutes(4);
    private static final int NO_ANSWER = -1;
    private static final int MEGABYTE = 1024 * 1024;

    /** Three sizes are enough: what a file holds changes nothing. */
    private static final List<byte[]> FILES = IntStream.rangeClosed(1, 3)
            .mapToObj(size -> DraftForm.pdf(size * MEGABYTE))
            .toList();

    static Session with(Session session, Visitor visitor) {
        return session.set(ACCOUNT, visitor.account())
                .set(APPLICATION, visitor.application())
                .set(CREDENTIAL, visitor.credential())
                .removeAll(VERSION, DOSSIER_VERSION, RECEIPT, TOLD);
    }

    ChainBuilder visit() {
        return switch (crowd.deed()) {
            case READ -> exec(crowd.asks().stream().map(this::read).toList());
            case SUBMIT -> submit(Fact.DRAFT_VERSION, true);
            case SUBMIT_ONCE -> submit(Fact.DRAFT_VERSION, false);
            case APPLY -> apply();
            case ANNOUNCE -> announce();
            case LISTEN -> listen();
        };
    }

    private ChainBuilder read(Ask ask) {
        String path = ask.path().replace("{", "#{");
        return asked(ask.name(), as(http(ask.name()).get(path)).header("Accept", ask.accept()));
    }

    private ChainBuilder submit(Fact version, boolean patient) {
        return exec(session ->
                        session.set(VERSION, facts.get(version)).set(DOSSIER_VERSION, facts.get(Fact.DOSSIER_VERSION)))
                .exec(submit(patient));
    }

    private ChainBuilder submit(boolean patient) {
        HttpRequestActionBuilder request = json(as(http(SUBMIT).post(ONE + "/submission")))
                .header("If-Match", "\"#{version}\"")
                .body(StringBody("{\"dossierVersion\": #{dossierVersion}}"));
        return untilDone(SUBMIT, patient, request, jmesPath("receipt.id").saveAs(RECEIPT))
                .exec(this::received);
    }

    private Session received(Session session) {
        if (session.contains(RECEIPT)) {
            recorder.receipt(session.getString(ACCOUNT), session.getString(APPLICATION), session.getString(RECEIPT));
            recorder.cameTrue(RECEIVE, (int) (System.currentTimeMillis() - session.getLong(SINCE)));
        }
        return session;
    }

    private ChainBuilder announce() {
        return exec(session -> session.set(VERSION, facts.get(Fact.DECISION_VERSION)))
                .exec(untilDone(
                        ANNOUNCE,
                        true,
                        json(as(http(ANNOUNCE).post(ONE + "/decision/publication")))
                                .header("If-Match", "\"#{version}\"")
                                .body(StringBody("{}"))));
    }

    private ChainBuilder apply() {
        CheckBuilder version = jmesPath("version").saveAs(VERSION);
        CheckBuilder dossierVersion = jmesPath("version").saveAs(DOSSIER_VERSION);
        HttpRequestActionBuilder dossier = json(as(http("save the dossier").put("/api/profile")))
                .header("If-Match", "\"#{dossierVersion}\"")
                .body(StringBody(text(DraftForm.dossier())));
        String form = text(DraftForm.choosing(facts.get(Fact.PLACE)));
        HttpRequestActionBuilder save = json(as(http("autosave").put(ONE)))
                .header("If-Match", "\"#{version}\"")
                .body(StringBody(form));
        HttpRequestActionBuilder upload = as(http("upload 1-3 MB").put(ONE + "/documents/" + DraftForm.DOCUMENT))
                .header("If-Match", "\"#{version}\"")
                .bodyPart(ByteArrayBodyPart(
                                "file",
                                _ -> FILES.get(ThreadLocalRandom.current().nextInt(FILES.size())))
                        .fileName("passport.pdf")
                        .contentType("application/pdf"))
                .asMultipartForm();
        return exec(asked("open the site", as(http("open the site").get("/api/preferences"))))
                .exec(untilDone(
                        "start",
                        true,
                        json(as(http("start").post("/api/applications")))
                                .body(StringBody(text(Map.of("callId", facts.get(Fact.CALL))))),
                        jmesPath("id").saveAs(APPLICATION),
                        version))
                .exec(untilDone("dossier", true, as(http("dossier").get("/api/profile")), dossierVersion))
                .exec(untilDone("save the dossier", true, dossier, dossierVersion))
                .repeat(3)
                .on(pause(Duration.ofMillis(500)).exec(untilDone("autosave", true, save, version)))
                .exec(untilDone("upload 1-3 MB", true, upload, version))
                .exec(submit(true))
                .exec(asked("inbox", as(http("inbox").get("/api/notifications"))));
    }

    private ChainBuilder listen() {
        return exec(sse("listen")
                        .get("/api/notifications/stream")
                        .header("Authorization", "#{credential}")
                        .await(LONGEST_LISTENING)
                        .on(sse.checkMessage(HEAR)
                                .matching(substring("/applications/"))
                                .check(bodyString().saveAs(TOLD))))
                .exec(session -> {
                    if (session.contains(TOLD)) {
                        recorder.cameTrue(HEAR, 0);
                    } else {
                        recorder.unheard(HEAR);
                    }
                    return session;
                })
                .exec(sse("stop listening").close());
    }

    /**
     * Asks again under the same key, as told or after a second, until it is done or can't be. Who gives up goes away:
     * what comes after it could not even be asked.
     */
    private ChainBuilder untilDone(
            String name, boolean patient, HttpRequestActionBuilder request, CheckBuilder... saved) {
        return exec(session -> session.set(KEY, UUID.randomUUID().toString())
                        .set(SINCE, System.currentTimeMillis())
                        .remove(STATUS))
                .exec(asLongAs(session -> isOpen(session, patient), name + " again")
                        .on(exec(asked(name, request.header("Idempotency-Key", "#{key}"), saved))
                                .doIf(session -> isOpen(session, patient))
                                .then(pause(Visits::told))))
                .exec(session -> {
                    if (patient && !isDone(session)) {
                        recorder.givenUp(name);
                    }
                    return session;
                })
                .exitHereIf(session -> patient && !isDone(session));
    }

    private static boolean isDone(Session session) {
        return session.getInt(STATUS) / 100 == 2;
    }

    private static boolean isOpen(Session session, boolean patient) {
        boolean first = !session.contains(STATUS);
        int answer = first ? 0 : session.getInt(STATUS);
        boolean mayChange = answer == NO_ANSWER || answer == 429 || answer >= 500;
        boolean inTime = System.currentTimeMillis() - session.getLong(SINCE) < PATIENCE.toMillis();
        return first || patient && mayChange && inTime;
    }

    /** A little more than that: not everybody who was refused comes again at once. */
    private static Duration told(Session session) {
        int seconds = session.contains(RETRY_AFTER) ? Integer.parseInt(session.getString(RETRY_AFTER)) : 1;
        return Duration.ofMillis(seconds * 1_000L + ThreadLocalRandom.current().nextInt(1_000));
    }

    /** Asks once, and counts what comes of it. */
    private ChainBuilder asked(String name, HttpRequestActionBuilder request, CheckBuilder... saved) {
        HttpRequestActionBuilder checked = request.check(
                status().saveAs(STATUS),
                responseTimeInMillis().saveAs(TOOK),
                header("Retry-After").optional().saveAs(RETRY_AFTER));
        if (saved.length > 0) {
            checked = checked.checkIf((response, _) -> response.status().code() / 100 == 2)
                    .then(saved);
        }
        return exec(session -> session.removeAll(STATUS, TOOK, RETRY_AFTER))
                .exec(checked.check(status().in(200, 201, 202, 204, 304)))
                .exec(session -> {
                    if (session.contains(STATUS)) {
                        recorder.answered(
                                name, session.getInt(STATUS), session.contains(RETRY_AFTER), session.getInt(TOOK));
                        return session.markAsSucceeded();
                    }
                    recorder.unanswered(name);
                    return session.set(STATUS, NO_ANSWER).markAsSucceeded();
                });
    }

    /** Says who asks. All of a crowd say it in one way. */
    private HttpRequestActionBuilder as(HttpRequestActionBuilder request) {
        return request.header(crowd.visitors().getFirst().header(), "#{credential}");
    }

    private static HttpRequestActionBuilder json(HttpRequestActionBuilder request) {
        return request.header("Content-Type", "application/json");
    }

    private static String text(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
