package org.yol.platform.operate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What a service has instead of its web server and listeners when an operator asks something of it. */
@AutoConfiguration
@ConditionalOnNotWebApplication
class OperateAutoConfiguration {

    @Bean
    Operator operator(
            @Value("${spring.application.name}") String service,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            ObjectProvider<Retelling> retellings,
            ObjectProvider<Verification> verifications) {
        return new Operator(service, new DeadLetters(consumers, kafka), retellings, verifications);
    }
}
