package org.yol.applications.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.SATO;
import static org.yol.platform.test.Account.TANAKA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
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
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Who applies to a call that is reviewed blind shows nowhere to its reviewers. */
class BlindIT extends AtAnOpenCall {

    private static final String NAMES = "(?is).*(qunanbayeva|zhanelle|1999-03-21|\"KZ\").*";

    private final String blind = "call-" + UUID.randomUUID();
    private final Account student = Account.student("student-" + UUID.randomUUID(), "Zhanelle Qunanbayeva", "KZ");
    private Answer application;

    @BeforeEach
    void isHandedIn() {
        api.callIsPublished(CallFixtures.reviewed(CallFixtures.asking(blind, "passport", "research-plan"), 1, true), 1);
        Answer profile = api.as(student).get("/api/profile");
        api.as(student)
                .put(
                        "/api/profile",
                        profile.eTag(),
                        ApplicationsApi.DOSSIER.replace("Bekova", "Qunanbayeva").replace("Aigerim", "Zhanelle"));
        Answer complete = api.complete(student, blind);
        Answer attached =
                api.upload(student, complete, "research-plan", "Plan of Zhanelle Qunanbayeva.pdf", ApplicationsApi.PDF);
        application = api.as(student).post(path(attached) + "/submission", attached.eTag(), api.withDossier(student));
        assertThat(application.status()).as(application.text()).isEqualTo(200);
        assertThat(api.as(SATO).get(path(application)).text()).matches(NAMES);
    }

    @Test
    void view() {
        Answer seen = api.as(TANAKA).get(path(application));

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
                .contains(application.at("/id"));
    }

    @Test
    void queue() {
        api.review(TANAKA, application, "\"0\"", 8, 8);

        Answer queue = api.as(TANAKA).get("/api/reviews?state=done&call=" + blind);

        assertThat(queue.text()).doesNotMatch(NAMES).contains(application.at("/id"));
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
                .contains(application.at("/id"));
    }

    @Test
    void files() {
        assertThat(api.as(TANAKA).get(path(application) + "/documents/passport").status())
                .isEqualTo(404);
        Answer plan = api.as(TANAKA).get(path(application) + "/documents/research-plan");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.headers().getContentDisposition().getFilename()).isEqualTo("research-plan.pdf");
        assertThat(api.as(TANAKA).get(path(application) + "/documents").text()).doesNotMatch(NAMES);
    }

    @Test
    void bundles() throws IOException {
        String one = text(api.as(TANAKA).getBytes(path(application) + "/bundle", "application/pdf"));
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

    @Test
    void receipts() throws IOException {
        String receipt = path(application) + "/receipts/" + application.at("/receipt/id");

        assertThat(text(api.as(TANAKA).getBytes(receipt, "application/pdf"))).doesNotMatch(NAMES);
        assertThat(api.as(TANAKA).get(receipt).text()).doesNotMatch(NAMES);
    }

    /** Also what a reader of PDFs shows above the pages. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentInformation above = document.getDocumentInformation();
            return above.getTitle() + above.getAuthor() + above.getSubject() + new PDFTextStripper().getText(document);
        }
    }
}
