package org.yol.gateway.problems;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/**
 * Failures that nobody waits for any more, such as the end of a connection whose client has gone: everyday matters,
 * which Reactor would report as errors with all their frames.
 */
@Component
class LateFailures {

    private static final Logger log = LoggerFactory.getLogger(LateFailures.class);

    @PostConstruct
    void hear() {
        Hooks.onErrorDropped(LateFailures::report);
    }

    @PreDestroy
    void leave() {
        Hooks.resetOnErrorDropped();
    }

    private static void report(Throwable failure) {
        // AbortedException, what Netty says when a client goes, is a RuntimeException of its own.
        if (failure instanceof IOException
                || failure instanceof ProblemException
                || failure instanceof AbortedException) {
            log.debug("Too late to be answered: {}", failure.toString());
        } else {
            log.warn("Too late to be answered", failure);
        }
    }
}
