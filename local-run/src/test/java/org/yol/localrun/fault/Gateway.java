package org.yol.localrun.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.yol.localrun.journey.Person;

/** Waits for the gateway to trust a service again that was away: its circuit breaker stays open for some seconds. */
final class Gateway {

    private static final Duration BREAKER_CLOSED_AGAIN = Duration.ofSeconds(30);

    private Gateway() {}

    static void awaitAnswers(Person reader, String path) {
        await().atMost(BREAKER_CLOSED_AGAIN)
                .ignoreExceptions()
                .until(() -> reader.get(path).status() == 200);
    }
}
