package org.yol.platform.time;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Where everybody reads the time from. */
@AutoConfiguration
class TimeAutoConfiguration {

    /** Ticks in milliseconds, as the store keeps them: an instant that is digested or told is the one that is kept. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
