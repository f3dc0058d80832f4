package org.yol.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CommittedTests {

    @Test
    void entryOfAReceiptIsThatOfItsSaltedDigest() {
        String says = """
                {"call": {"id": "c-1", "title": "Research"}, "iss": "https://yol.example.org",
                 "log": {"origin": "yol.example.org/api/log", "salt": "00112233445566778899aabbccddeeff"},
                 "receipt": "1A2B-3C4D-5E6F", "sha256": {"submission": "ab"}, "submittedAt": "2026-12-14T05:12:44.250Z"}""";

        Committed committed = Committed.of("e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(says.getBytes(StandardCharsets.UTF_8)) + ".x");

        assertThat(committed.at()).isEqualTo(Instant.parse("2026-12-14T05:12:44.250Z"));
        assertThat(committed.entry())
                .isEqualTo("{\"at\":\"2026-12-14T05:12:44.250Z\",\"call\":\"c-1\",\"digest\":\""
                        + "24a845b2588963b7065732c201a0dc1e02b8d278b93287c565c53f6a6375b852"
                        + "\",\"kind\":\"submission\"}");
    }
}
