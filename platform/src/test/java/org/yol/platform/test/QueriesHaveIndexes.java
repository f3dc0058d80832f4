package org.yol.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a class of tests in whose time the store was asked for something that no index serves. */
public final class QueriesHaveIndexes implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        judge();
    }

    /** Fails when anything was asked, since the last time, that no index serves. */
    public static void judge() {
        QueryWatch watch = QueryWatch.only();
        try {
            if (!watch.unserved().isEmpty()) {
                // Indexes are made in the background while the first requests are answered.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(watch.unserved())
                                .as("queries without an index; see queries-without-index.txt")
                                .isEqualTo(List.of()));
            }
        } finally {
            watch.forget();
        }
    }
}
