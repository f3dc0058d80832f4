package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnsentBodiesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(190);
    private static final long NOTHING_SCHEDULED = -1;

    private final EmbeddedChannel connection = new EmbeddedChannel(new UnsentBodies(PATIENCE));

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void requestThatCameToItsEndLeavesNothingBehind() {
        for (int number = 0; number < 1_000; number++) {
            begin();
            connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_SCHEDULED);
        connection.advanceTimeBy(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void connectionIsClosedWhenTheEndOfARequestDoesNotCome() {
        begin();
        connection.advanceTimeBy(PATIENCE.toSeconds() - 1, TimeUnit.SECONDS);
        connection.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(new byte[] {1})));
        connection.runScheduledPendingTasks();
        assertThat(connection.isOpen()).isTrue();

        connection.advanceTimeBy(1, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void clientThatLeavesLeavesNothingBehind() {
        begin();
        connection.close();
        assertThat(connection.runScheduledPendingTasks()).isEqualTo(NOTHING_SCHEDULED);
    }

    private void begin() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/api/programs"));
    }
}
