package org.yol.applications.dossier;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;
import static org.yol.platform.test.Account.AUTHORITY_KZ;
import static org.yol.platform.test.Account.SATO;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.applications.ApplicationsApi;
import org.yol.applications.AtAnOpenCall;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;

class DossierIT extends AtAnOpenCall {

    private static final String PROFILE = "/api/profile";

    private final Account student =
            Account.student("dossier-" + UUID.randomUUID().toString().substring(0, 8), "Aigerim Bekova", "KZ");

    @Test
    void beginsWithWhatTheAccountKnows() {
        Answer dossier = api.as(student).get(PROFILE);

        assertThat(dossier.at("/particulars/passportName/family")).isEqualTo("Bekova");
        assertThat(dossier.at("/particulars/citizenships/0")).isEqualTo("KZ");
        assertThat(dossier.at("/citizenship")).isEqualTo("KZ");
        assertThat(dossier.at("/suggestedKatakana/given")).isEqualTo("アイゲリム");
        assertThat(api.as(student).get(PROFILE).eTag()).isEqualTo(dossier.eTag());
    }

    @Test
    void fieldThatCannotBeTakenIsNamedAndKeepsNothingElseFromBeingSaved() {
        Answer saved = save("""
                {"passportName": {"family": "Бекова", "given": "Aigerim"}, "birthDate": "1999-03-21",
                 "citizenships": ["KG", "XX"], "education": [{"institution": "Nazarbayev University", "level": "lower",
                 "grade": "9", "outOf": 5}], "contacts": {"postalAddress": "Abay 1"}}""");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()
                        .at("/refused")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/education/0/level", "/education/0/grade", "/passportName/family", "/citizenships/1");
        assertThat(saved.at("/particulars/passportName/family")).as("as it was").isEqualTo("Bekova");
        assertThat(saved.at("/particulars/birthDate")).isEqualTo("1999-03-21");
        assertThat(saved.body().at("/particulars/citizenships").toString()).isEqualTo("[\"KZ\",\"KG\"]");
        assertThat(saved.at("/particulars/education/0/institution")).isEqualTo("Nazarbayev University");
        assertThat(saved.at("/particulars/contacts/postalAddress")).isEqualTo("Abay 1");
    }

    @Test
    void entryThatCannotBeReadLeavesItsPlaceToTheNext() {
        Answer saved = save("""
                {"work": [1, {"employer": "a\\u202eb", "position": "Engineer"}], "passportName": {"family": "\\u200b",
                 "given": "Suharto"}}""");

        assertThat(saved.body().at("/refused")).hasSize(2);
        assertThat(saved.body().at("/particulars/work").toString()).isEqualTo("[{\"position\":\"Engineer\"}]");
        assertThat(saved.body().at("/particulars/passportName").toString()).isEqualTo("{\"given\":\"Suharto\"}");
    }

    @ParameterizedTest
    @CsvSource({"0198-03-14", "2098-03-14", "2001-02-30", "yesterday"})
    void birthDateOfNobodyIsRefusedInTheReadersLanguage(String date) {
        save("{\"birthDate\": \"1999-03-21\"}");

        Answer saved = save("{\"birthDate\": \"%s\"}".formatted(date));

        assertThat(saved.at("/refused/0/pointer")).isEqualTo("/birthDate");
        assertThat(saved.at("/refused/0/detail")).isNotBlank().doesNotContain("java", "{");
        assertThat(saved.at("/particulars/birthDate")).isEqualTo("1999-03-21");
    }

    @Test
    void draftKeepsWhatCanBeTakenBesideWhatCannot() {
        Answer started = api.start(student, call);

        Answer saved = api.as(student).put(path(started), started.eTag(), """
                {"answers": {"motivation": "Water.", "studyPlan": "%s"}, "choices": ["elsewhere"],
                 "team": [{"name": "x"}, {"name": "y", "lead": true}]}""".formatted("x".repeat(10_001)));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()
                        .at("/refused")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .contains("/answers/studyPlan", "/choices/0", "/team/0", "/team");
        assertThat(saved.at("/answers/motivation")).isEqualTo("Water.");
        assertThat(saved.at("/answers/studyPlan")).isEmpty();
        assertThat(saved.body().at("/choices").toString()).isEqualTo("[]");
    }

    @Test
    void whatIsSubmittedIsTheDossierThatWasSeenAndNoLaterOne() {
        Answer complete = api.complete(student, call);
        String seen = api.withDossier(student);
        save(ApplicationsApi.DOSSIER.replace("Bekova", "Bekova-Kim"));

        Answer early = api.as(student).post(path(complete) + "/submission", complete.eTag(), seen);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/type")).isEqualTo("urn:yol:problem:dossier-changed");

        Answer submitted =
                api.as(student).post(path(complete) + "/submission", complete.eTag(), api.withDossier(student));
        save(ApplicationsApi.DOSSIER.replace("Bekova", "Later"));

        assertThat(submitted.at("/dossier/passportName/family")).isEqualTo("Bekova-Kim");
        assertThat(submitted.at("/receipt/sha256/dossier")).hasSize(64);
        for (Account reader : List.of(student, SATO, AUTHORITY_KZ)) {
            assertThat(api.as(reader).get(path(submitted)).at("/dossier/passportName/family"))
                    .isEqualTo("Bekova-Kim");
        }
    }

    @Test
    void isFoundByTheNamesOfTheDossierInEveryScript() {
        api.dossier(student);
        save("""
                {"passportName": {"family": "O'ktamov", "given": "Gayrat"}, "nativeName": {"family": "Ўктамов"},
                 "katakanaName": {"family": "ウクタモフ"}, "birthDate": "1999-03-21",
                 "education": [{"institution": "Nazarbayev University", "level": "bachelor"}],
                 "consents": [{"kind": "hand-over-to-japan"}]}""");
        Answer submitted = api.submitted(student, call);

        for (String text : List.of(
                "oktamov",
                "Gayrat",
                "Ўктам",
                "ウクタモフ",
                "гайрат",
                "Aigerim",
                student.id(),
                submitted.at("/receipt/id"))) {
            assertThat(api.as(SATO)
                            .get("/api/applications?callId=" + call + "&text=" + text)
                            .at("/items/0/id"))
                    .as(text)
                    .isEqualTo(submitted.at("/id"));
        }
    }

    /** As the release before stored them: the names among the answers, and nothing of a dossier. */
    @Test
    void applicationsOfAnOlderReleaseAreReadAndTheDossierBeginsWithThem(@Autowired MongoDatabase database) {
        Account other = Account.student("other-" + UUID.randomUUID(), "Other", "KZ");
        Answer draft = api.complete(student, call);
        Answer submitted = api.submitted(other, call);
        for (Answer application : List.of(draft, submitted)) {
            database.getCollection("applications")
                    .updateOne(
                            eq("_id", application.at("/id")),
                            combine(
                                    set("storedForm", 1),
                                    unset("form.dossier"),
                                    set(
                                            "form.answers",
                                            new Document("familyName", "Alieva")
                                                    .append("citizenship", "KG")
                                                    .append("institution", "Manas")
                                                    .append("degree", "MASTER")
                                                    .append("motivation", "Water."))));
        }
        database.getCollection("dossiers").deleteOne(eq("_id", "kz-" + student.id()));

        assertThat(api.as(SATO).get(path(submitted)).at("/dossier/passportName/family"))
                .isEqualTo("Alieva");
        Answer dossier = api.as(student).get(PROFILE);
        assertThat(dossier.at("/particulars/passportName/family")).isEqualTo("Alieva");
        assertThat(dossier.body().at("/particulars/citizenships").toString()).isEqualTo("[\"KZ\",\"KG\"]");
        assertThat(dossier.at("/particulars/education/0/level")).isEqualTo("master");
        assertThat(api.as(student).get(path(draft)).at("/answers/motivation")).isEqualTo("Water.");
    }

    private Answer save(String body) {
        return api.as(student).put(PROFILE, api.as(student).get(PROFILE).eTag(), body);
    }
}
