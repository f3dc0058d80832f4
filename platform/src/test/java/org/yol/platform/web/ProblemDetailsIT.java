package org.yol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.yol.platform.note.NoteTest;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;
import tools.jackson.databind.JsonNode;

@NoteTest
class ProblemDetailsIT {

    @LocalServerPort
    private int port;

    private Api student;

    @BeforeEach
    void signIn() {
        student = Api.as(Account.AIGERIM, port);
    }

    @Test
    void unknownPathIsNotFound() {
        Answer answer = student.get("/api/nowhere");

        assertProblem(answer, 404, "not-found");
        assertThat(answer.at("/instance")).isEqualTo("/api/nowhere");
        assertThat(answer.at("/detail")).contains("Go back to the list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/notes?x=%FF", "/api/notes?limit=%E0%A4", "/api/notes?limit=%zz", "/api/notes?after=%"})
    void brokenEscapeInTheQueryIsAnInvalidRequest(String target) throws IOException {
        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream()
                    .write(("GET " + target
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + RealParts.issuer().token(Account.AIGERIM) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "invalid-request");
        }
    }

    @Test
    void wrongMethodIsNamedWithWhatIsAllowed() {
        Answer answer = student.send(HttpMethod.DELETE, "/api/notes", null, null, null);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().getAllow()).contains(HttpMethod.GET, HttpMethod.POST);
    }

    @Test
    void formInsteadOfJsonIsNotTaken() {
        var form = new LinkedMultiValueMap<>(Map.of("text", List.of((Object) "Bring it")));

        assertProblem(student.sendForm(HttpMethod.POST, "/api/notes", "\"1\"", form), 415, "unsupported-media-type");
    }

    @Test
    void unknownFormatIsNotGiven() {
        assertProblem(student.get("/api/notes/caller", "Accept", "application/xml"), 406, "not-acceptable");
    }

    @Test
    void brokenJsonCannotBeRead() {
        assertProblem(student.post("/api/notes", "{\"text\":"), 400, "invalid-request");
    }

    @Test
    void wordInTheAddressIsRead() {
        assertThat(student.get("/api/notes/levels/non-degree").text()).isEqualTo("NON_DEGREE");
        assertThat(student.get("/api/notes/levels/NON_DEGREE").text()).isEqualTo("NON_DEGREE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kindergarten\"", "\"unknown\"", "6", "-1"})
    void unknownWordInTheBodyIsNamed(String word) {
        Answer refused = student.post("/api/notes", "{\"text\": \"a\", \"level\": " + word + "}");

        assertProblem(refused, 422, "field-errors");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kindergarten", "unknown", "Unknown"})
    void unknownWordInTheAddressIsNamed(String word) {
        Answer refused = student.get("/api/notes/levels/" + word);

        assertProblem(refused, 422, "field-errors");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/level");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text": "Bring it", "rank": "high"}                             | /rank
                    {"text": "Bring it", "rank": 1, "lines": [{"word": "ab"}, 5]}    | /lines/1
                    {"text": "Bring it", "rank": 1, "lines": [{"word": {"a": "b"}}]} | /lines/0/word
                    """)
    void valueOfTheWrongTypeIsPointedAt(String json, String pointer) {
        Answer answer = student.post("/api/notes", json);

        assertProblem(answer, 422, "field-errors");
        assertThat(pointers(answer)).containsExactly(pointer);
        assertThat(answer.at("/errors/0/detail")).isEqualTo("This value cannot be read: wrong format.");
    }

    @Test
    void everyInvalidFieldIsPointedAt() {
        Answer answer = student.post(
                "/api/notes", "{\"text\": \" \", \"rank\": 2000, \"lines\": [{\"word\": \"ok\"}, {\"word\": \"NO\"}]}");

        assertProblem(answer, 422, "field-errors");
        assertThat(answer.at("/detail")).startsWith("Correct the 3 fields named below");
        assertThat(pointers(answer)).containsExactlyInAnyOrder("/text", "/rank", "/lines/1/word");
        assertThat(details(answer)).contains("This is needed.", "must match \"[a-z'{}]{2,3}\"");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "many", "99999999999"})
    void pageLengthThatIsNoneIsPointedAt(String limit) {
        Answer answer = student.get("/api/notes?fromRank=0&limit=" + limit);

        assertProblem(answer, 422, "field-errors");
        assertThat(pointers(answer)).containsExactly("/limit");
        assertThat(answer.at("/errors/0/detail")).isEqualTo("A whole number from 1 to 100.");
    }

    @Test
    void cursorThatNobodyGaveOutIsRefused() {
        assertProblem(student.get("/api/notes?fromRank=0&after=rubbish"), 400, "invalid-cursor");
    }

    @Test
    void unexpectedFailureDoesNotTellItsMessage() {
        Answer answer = student.get("/api/notes/failure");

        assertProblem(answer, 500, "internal-error");
        assertThat(answer.text()).doesNotContain("kumis", "IllegalState");
    }

    @Test
    void brokenLineToTheStoreIsNotTakenForAClientThatLeft() {
        Answer answer = student.get("/api/notes/broken-store?begun=false");

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void answerThatTheStoreBreaksOffDoesNotEndAsIfItWereWhole() throws IOException {
        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream()
                    .write("GET /api/notes/broken-store?begun=true HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            line.setSoTimeout(10_000);
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("chunked", "the beginning");
            assertThat(answer).doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void failureOutsideTheControllersIsAProblemToo() {
        Answer answer = student.get("/api/notes;jsessionid=1/x"); // refused by the firewall

        assertProblem(answer, 400, "invalid-request");
        assertProblem(student.get("/error"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB,             Not found,      This is needed.",
        "ja,                見つかりません, 入力が必要です。",
        "ru-RU,             Не найдено,     Это поле нужно заполнить.",
        "'fr, ru;q=0.8',    Не найдено,     Это поле нужно заполнить.",
        "kk-KZ,             Табылмады,      Мұны толтыру қажет.",
        "ky,                Табылган жок,   Муну толтуруу керек.",
        "tg,                Ёфт нашуд,      Инро пур кардан лозим аст.",
        "'tk, ky;q=0.8',    Tapylmady,      Muny doldurmak gerek.",
        "uz-Latn-UZ,        Topilmadi,      Buni toʻldirish kerak.",
        "fr,                Not found,      This is needed.",
        "'',                Not found,      This is needed."
    })
    void wordsAreInTheBestLanguageTheReaderNamed(String languages, String title, String blank) {
        assertThat(student.get("/api/nowhere", "Accept-Language", languages).at("/title"))
                .isEqualTo(title);
        assertThat(details(student.get("/api/notes/checked?text= ", "Accept-Language", languages)))
                .containsExactly(blank);
    }

    private static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.at("/type")).isEqualTo("urn:yol:problem:" + name);
        assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank();
    }

    private static List<String> pointers(Answer answer) {
        return answer.body().at("/errors").values().stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static List<String> details(Answer answer) {
        return answer.body().at("/errors").values().stream()
                .map((JsonNode error) -> error.path("detail").asString())
                .toList();
    }
}
