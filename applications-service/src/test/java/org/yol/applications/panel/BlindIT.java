package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AUDITOR;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.applications.call.CallFixtures;
import org.yol.platform.test.AccessTable;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Who applies to a call that is reviewed blind shows nowhere to its reviewers. */
class BlindIT extends AtAnOpenCall {

    private static final String NAMES = "(?is).*(qunanbayeva|zhanelle|1999-03-21|\"KZ\"|\\bkz-).*";

    /** What may be text in other letters: cursors, aliases, signatures. */
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{16,}");

    private static final String SCORES = "{\"scores\": {\"academic\": 8, \"plan\": 8}}";

    private final String blind = "call-" + UUID.randomUUID();
    private final Account student = Account.student("student-" + UUID.randomUUID(), "Zhanelle Qunanbayeva", "KZ");
    private Answer application;

    /** As the reviewer knows it. */
    private String alias;

    @BeforeEach
    void isHandedIn() {
        api.callIsPublished(CallFixtures.reviewed(CallFixtures.asking(blind, "passport", "research-plan"), 1, true), 1);
        application = handedIn(student);
        assertThat(api.as(SATO).get(path(application)).text()).matches(NAMES);
        alias = api.as(TANAKA).get("/api/applications?callId=" + blind).at("/items/0/id");
    }

    private Answer handedIn(Account applicant) {
        Answer profile = api.as(applicant).get("/api/profile");
        api.as(applicant)
                .put(
                        "/api/profile",
                        profile.eTag(),
                        ApplicationsApi.DOSSIER.replace("Bekova", "Qunanbayeva").replace("Aigerim", "Zhanelle"));
        Answer complete = api.complete(applicant, blind);
        Answer attached = api.upload(
                applicant, complete, "research-plan", "Plan of Zhanelle Qunanbayeva.pdf", ApplicationsApi.PDF);
        Answer submitted =
                api.as(applicant).post(path(attached) + "/submission", attached.eTag(), api.withDossier(applicant));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return submitted;
    }

    private String address() {
        return "/api/applications/" + alias;
    }

    /** Whatever {@code access.txt} lets a reviewer read: no word, header, cursor or digest is of the student. */
    @Test
    void whateverAReviewerMayRead() {
        Answer reviewed = api.as(TANAKA).put(address() + "/reviews/place-tsukuba", "\"0\"", SCORES);
        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        Account another = Account.student("student-" + UUID.randomUUID(), "Zhanelle Qunanbayeva", "KZ");
        handedIn(another);
        String second = api.as(TANAKA).get("/api/applications?callId=" + blind).at("/items/0/id");
        api.as(TANAKA).put("/api/applications/" + second + "/reviews/place-tsukuba", "\"0\"", SCORES);
        JsonNode receipt = application.body().at("/receipt");

        List<String> read = AccessTable.read("access.txt").rows().entrySet().stream()
                .filter(row -> row.getKey().startsWith("GET ")
                        && row.getValue().get("tanaka").equals("yes")
                        // What everybody reads is about nobody.
                        && !row.getValue().get("anonymous").equals("yes"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(read).hasSizeGreaterThan(8);
        for (String endpoint : read) {
            String[] words = endpoint.split(" ");
            String path = words[1].replace("{id}", alias)
                    .replace("{kind}", "research-plan")
                    .replace("{receiptId}", receipt.at("/id").asString());
            String some = path.equals("/api/reviews") ? "?state=done&call=" : "?callId=";
            path += some + blind + "&limit=1";
            Answer answer = words.length == 2
                    ? api.as(TANAKA).get(path)
                    : api.as(TANAKA).get(path, "Accept", words[2]);
            assertThat(answer.status()).as(endpoint).isIn(200, 404);
            assertThat(answer.headers() + decoded(answer.headers().toString()))
                    .as(endpoint)
                    .doesNotMatch(NAMES);
            assertThat(answer.text() + decoded(answer.text()))
                    .as(endpoint)
                    .doesNotMatch(NAMES)
                    .doesNotContain(
                            application.at("/id"), receipt.at("/sha256/dossier").asString(), student.id());
        }
        assertThat(api.as(TANAKA)
                        .get("/api/applications?limit=1&callId=" + blind)
                        .at("/next"))
                .isNotEmpty();
        assertThat(api.as(TANAKA)
                        .get("/api/reviews?limit=1&state=done&call=" + blind)
                        .at("/next"))
                .isNotEmpty();
    }

    /** What is text in other letters, read. */
    private static String decoded(String text) {
        return ENCODED.matcher(String.valueOf(text))
                .results()
                .map(found -> found.group().substring(0, found.group().length() / 4 * 4))
                .map(letters -> new String(Base64.getUrlDecoder().decode(letters), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining(" "));
    }

    /** Else ids of somebody's making would tell whose an application is, and cursors in which country it lies. */
    @Test
    void asksByAliasesAlone() {
        for (String way : List.of("", "/documents", "/documents/research-plan", "/references", "/log", "/bundle")) {
            assertThat(api.as(TANAKA).get(path(application) + way).status())
                    .as(way)
                    .isEqualTo(404);
        }
        assertThat(api.as(TANAKA)
                        .put(path(application) + "/reviews/place-tsukuba", "\"0\"", SCORES)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(TANAKA)
                        .get("/api/applications?text=" + application.at("/id"))
                        .body()
                        .at("/items"))
                .isEmpty();
        String cursor = api.as(SATO).get("/api/applications?limit=1").at("/next");
        assertThat(cursor).isNotEmpty();
        assertThat(api.as(TANAKA)
                        .get("/api/applications?limit=1&after=" + cursor)
                        .at("/type"))
                .endsWith("invalid-cursor");
        assertThat(api.as(SATO).get(address()).at("/id"))
                .as("whom an alias hides nothing from")
                .isEqualTo(application.at("/id"));
    }

    @Test
    void pagesFollowEachOther() {
        Account another = Account.student("student-" + UUID.randomUUID(), "Zhanelle Qunanbayeva", "KG");
        handedIn(another);
        Answer first = api.as(TANAKA).get("/api/applications?limit=1&callId=" + blind);
        Answer second = api.as(TANAKA).get("/api/applications?limit=1&callId=" + blind + "&after=" + first.at("/next"));

        assertThat(second.at("/items/0/id")).isEqualTo(alias).isNotEqualTo(first.at("/items/0/id"));
        assertThat(second.at("/next")).isEmpty();
    }

    @Test
    void acts() {
        Answer seen = api.as(TANAKA).get(address());
        assertThat(seen.status()).isEqualTo(200);
        Answer scored = api.as(TANAKA).put(address() + "/reviews/place-tsukuba", "\"0\"", SCORES);
        assertThat(scored.status()).as(scored.text()).isEqualTo(200);

        assertThat(api.as(AUDITOR)
                        .get("/api/audit?subject=" + application.at("/id"))
                        .text())
                .contains("\"read\"", "\"reviewed\"")
                .doesNotContain(alias);
        assertThat(api.as(SATO).get(path(application)).at("/scores/place-tsukuba"))
                .isEqualTo("80.0");
    }

    @Test
    void view() {
        Answer seen = api.as(TANAKA).get(address());

        assertThat(seen.text()).doesNotMatch(NAMES).contains("\"blind\":true", "Nazarbayev University", "Water.");
        assertThat(seen.body().at("/student").isNull()
                        || seen.body().at("/student").isMissingNode())
                .isTrue();
        assertThat(seen.at("/documents/0/name")).isEqualTo("research-plan.pdf");
    }

    @Test
    void lists() {
        assertThat(api.as(TANAKA).get("/api/applications?callId=" + blind).text())
                .doesNotMatch(NAMES)
                .contains(alias);
    }

    @Test
    void queue() {
        api.as(TANAKA).put(address() + "/reviews/place-tsukuba", "\"0\"", SCORES);

        Answer queue = api.as(TANAKA).get("/api/reviews?state=done&call=" + blind);

        assertThat(queue.text()).doesNotMatch(NAMES).contains(alias);
    }

    @Test
    void searchByName() {
        for (String list :
                new String[] {"?text=zhanelle", "?text=zhanelle&callId=" + blind, "?sort=name&callId=" + blind}) {
            JsonNode found = api.as(TANAKA).get("/api/applications" + list).body();
            assertThat(found.at("/items").size()).as(list).isZero();
        }
        assertThat(api.as(SATO)
                        .get("/api/applications?text=zhanelle&callId=" + blind)
                        .text())
                .contains(application.at("/id"));
        assertThat(api.as(TANAKA)
                        .get("/api/applications?text=" + application.at("/receipt/id"))
                        .text())
                .contains(alias);
    }

    @Test
    void files() {
        assertThat(api.as(TANAKA).get(address() + "/documents/passport").status())
                .isEqualTo(404);
        Answer plan = api.as(TANAKA).get(address() + "/documents/research-plan");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.headers().getContentDisposition().getFilename()).isEqualTo("research-plan.pdf");
        assertThat(api.as(TANAKA).get(address() + "/documents").text()).doesNotMatch(NAMES);
    }

    @Test
    void bundles() throws IOException {
        String one = text(api.as(TANAKA).getBytes(address() + "/bundle", "application/pdf"));
        String all;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                api.as(TANAKA).getBytes("/api/applications?callId=" + blind, "application/zip")))) {
            String name = zip.getNextEntry().getName();
            all = name + text(zip.readAllBytes());
        }

        assertThat(one)
                .doesNotMatch(NAMES)
                .doesNotContain("Passport")
                .contains("Nazarbayev University", "Research plan");
        assertThat(all).doesNotMatch(NAMES);
    }

    /** Of a receipt they have the number, by which coordinators find the application. */
    @Test
    void receipts() {
        String receipt = "/receipts/" + application.at("/receipt/id");

        for (String address : List.of(path(application), address())) {
            assertThat(api.as(TANAKA).get(address + receipt).status()).isEqualTo(404);
            assertThat(api.as(TANAKA)
                            .get(address + receipt, "Accept", "application/pdf")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api.as(TANAKA).get(address() + "/log").text()).isEqualTo("[]");
        assertThat(api.as(TANAKA).get(address()).at("/receipt/id")).isEqualTo(application.at("/receipt/id"));
    }

    /** Also what a reader of PDFs shows above the pages. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentInformation above = document.getDocumentInformation();
            return above.getTitle() + above.getAuthor() + above.getSubject() + new PDFTextStripper().getText(document);
        }
    }
}
