package org.yol.applications.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.applications.person.Residence;

class SubmissionTests {

    @Test
    void isCanonicalJsonWhateverTheOrderItWasBuiltIn() {
        Submission submission = Submission.of(
                Residence.KZ, "kz-1", Map.of("choices", List.of("b", "a"), "answers", Map.of("z", 1, "a", "Ә\u001f")));

        // RFC 8785: names sorted, no white space, control characters in lower case
        assertThat(submission.text())
                .isEqualTo(
                        "{\"answers\":{\"a\":\"Ә\\u001f\",\"z\":1},\"application\":\"kz-1\",\"choices\":[\"b\",\"a\"]}");
        assertThat(submission.id()).isEqualTo("kz-" + submission.sha256());
    }

    @Test
    void leavesOutWhatIsNotAnswered() {
        record Answers(String given, String missing) {}

        assertThat(Submission.of(Residence.ZZ, "zz-1", Map.of("answers", new Answers("x", null)))
                        .text())
                .isEqualTo("{\"answers\":{\"given\":\"x\"},\"application\":\"zz-1\"}");
    }

    @Test
    void receiptNamesThePartsAlwaysInTheSameOrder() {
        Submission submission = Submission.of(Residence.KZ, "kz-1", Map.of("answers", "a"));
        Map<String, String> parts =
                Map.of("document:passport", "1", "choices", "2", "dossier", "3", "document:diploma", "4");

        assertThat(Receipt.of(submission, Instant.EPOCH, parts, null).sha256().keySet())
                .containsExactly("submission", "dossier", "choices", "document:diploma", "document:passport");
    }
}
