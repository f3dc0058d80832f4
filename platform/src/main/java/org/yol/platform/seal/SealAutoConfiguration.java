package org.yol.platform.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** For services that name a key; one that is named and not given keeps the service from starting. */
@AutoConfiguration
@ConditionalOnProperty("yol.seal-key")
class SealAutoConfiguration {

    @Bean
    SharedSeal sharedSeal(@Value("${yol.seal-key}") String key) {
        return new SharedSeal(key);
    }
}
