package org.yol.applications.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

@Timeout(20)
class PaceTests {

    private static final int A_SECOND = 100;
    private static final int FOR_AN_HOUR = A_SECOND * 3_600;

    private final Pace pace = new Pace(new PaceProperties(A_SECOND, DataSize.ofBytes(A_SECOND)));

    @Test
    void nobodyWaitsWhileNobodyWrites() throws Exception {
        request("GET");

        pace.rows(FOR_AN_HOUR);
        pace.bytes(FOR_AN_HOUR);
    }

    @Test
    void whatOneSecondHoldsGoesAtOnceAndTheRestWaits() throws Exception {
        request("POST");
        pace.rows(A_SECOND);
        pace.bytes(A_SECOND);

        assertThat(waits(() -> pace.rows(FOR_AN_HOUR))).isTrue();
        assertThat(waits(() -> pace.bytes(FOR_AN_HOUR))).isTrue();
    }

    private static boolean waits(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().start(work);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING || !thread.isAlive());
        return thread.isAlive();
    }

    private void request(String method) throws Exception {
        pace.doFilter(
                new MockHttpServletRequest(method, "/api/applications"),
                new MockHttpServletResponse(),
                new MockFilterChain());
    }
}
