package org.yol.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ProducerListener;
import org.yol.platform.due.DueWorks;
import org.yol.platform.outbox.EventPublisher;
import org.yol.platform.outbox.Outbox;
import org.yol.platform.outbox.OutboxRelay;
import org.yol.platform.outbox.TraceContext;
import org.yol.platform.startup.Preparations;
import org.yol.platform.trail.ActRecorder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events out through the outbox, events in through {@code @KafkaListener} methods that take a {@link ReceivedEvent}.
 */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicSettings.class)
class EventAutoConfiguration {

    /** Who sends waits for the answer and says what went wrong: the template need not say it once more. */
    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers) {
        var template = new KafkaTemplate<>(producers);
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Bean
    CloudEventConverter cloudEventConverter() {
        return new CloudEventConverter();
    }

    @Bean
    DefaultErrorHandler eventErrorHandler(KafkaTemplate<String, byte[]> kafka) {
        return EventConsumption.errorHandler(kafka);
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(tracer, propagator);
    }

    @Bean
    Outbox outbox(JsonMapper json, Clock clock, TraceContext traceContext) {
        return new Outbox(json, clock, traceContext);
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, byte[]> kafka, @Value("${spring.application.name}") String service) {
        return new EventPublisher(kafka, service);
    }

    @Bean
    DueWorks dueWorks(Clock clock, MeterRegistry meters) {
        return new DueWorks(clock, meters);
    }

    @Bean
    OutboxRelay outboxRelay(EventPublisher publisher, ObjectProvider<ActRecorder> recorder, DueWorks works) {
        return new OutboxRelay(publisher, recorder::getObject, works);
    }

    @Bean
    Preparations preparations() {
        return new Preparations();
    }

    /** An operator's command hears nothing: it would take events from those who serve. */
    @Bean
    @ConditionalOnWebApplication
    ListenerStart listenerStart(
            KafkaAdmin admin,
            TopicSettings settings,
            KafkaListenerEndpointRegistry listeners,
            Preparations preparations) {
        return new ListenerStart(listeners, new TopicPreparation(admin, settings), preparations);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin.getConfigurationProperties());
    }
}
