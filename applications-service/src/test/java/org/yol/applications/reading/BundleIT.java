package org.yol.applications.reading;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

class BundleIT extends AtAnOpenCall {

    @Autowired
    private MongoDatabase database;

    @Test
    void applicationIsOnePdfWithEveryDocumentNumbered() throws IOException {
        Answer submitted = api.submitted(Account.AIGERIM, call);

        for (Account reader : List.of(Account.SATO, Account.TANAKA, Account.AUTHORITY_KZ, Account.AUDITOR)) {
            Answer bundle = api.as(reader).get(path(submitted) + "/bundle", "Accept", "application/pdf");
            assertThat(bundle.status()).isEqualTo(200);
        }
        assertThat(text(bundle(submitted)))
                .contains(submitted.at("/receipt/id"), "Bekova Aigerim", "University of Tsukuba")
                .contains("Nazarbayev University", "Water.", "1-1  ·  Bekova Aigerim  ·  Passport");
        assertThat(api.as(Account.AUDITOR)
                        .get("/api/audit?subject=" + submitted.at("/id"))
                        .text())
                .contains("\"exported\"", "\"format\":\"pdf\"");
    }

    @Test
    void nobodyGetsTheBundleOfWhatTheyMayNotSee() {
        Answer submitted = api.submitted(Account.AIGERIM, call);
        Answer draft = api.start(Account.student("only-begun", "B", "KZ"), call);

        assertThat(api.as(Account.SUZUKI)
                        .get(path(submitted) + "/bundle", "Accept", "application/pdf")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Account.SATO)
                        .get(path(draft) + "/bundle", "Accept", "application/pdf")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Account.AIGERIM)
                        .get(path(submitted) + "/bundle", "Accept", "application/pdf")
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Account.SATO)
                        .get("/api/applications", "Accept", "application/zip")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void fileThatIsGoneHasAPageThatSaysSo() throws IOException {
        Account student = Account.student("lost-a-file", "L", "KZ");
        Answer submitted = api.submitted(student, call);
        database.getCollection("files").deleteMany(eq("owner", "kz-lost-a-file"));

        assertThat(text(bundle(submitted))).contains("1-1 Passport", "This file is no longer kept.");
    }

    @Test
    void callIsOneZipOfThem() throws IOException {
        Answer first = api.submitted(Account.AIGERIM, call);
        Answer second = api.submitted(Account.NURLAN, call);
        String list = "/api/applications?sort=oldest&callId=" + call;

        List<String> all = names(api.as(Account.SATO).getBytes(list, "application/zip"));
        List<String> own = names(api.as(Account.AUTHORITY_KZ).getBytes(list, "application/zip"));

        assertThat(all)
                .containsExactly(
                        "0001-" + first.at("/receipt/id") + ".pdf", "0002-" + second.at("/receipt/id") + ".pdf");
        assertThat(own).containsExactly("0001-" + first.at("/receipt/id") + ".pdf");
    }

    private byte[] bundle(Answer application) {
        return api.as(Account.SATO).getBytes(path(application) + "/bundle", "application/pdf");
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> names(byte[] file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                try (PDDocument document = Loader.loadPDF(zip.readAllBytes())) {
                    assertThat(document.getNumberOfPages()).isGreaterThan(2);
                }
            }
        }
        return names;
    }
}
