package org.yol.platform.test;

import de.bwaldvogel.mongo.MongoServer;
import java.util.UUID;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.yol.store.DurableBackend;

/** Started once for all tests of a JVM. With {@code MONGODB_URI} set the tests run against that MongoDB instead. */
public final class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What services under test seal with for each other: 32 bytes in base64url. */
    public static final String SEAL_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static final EmbeddedKafkaBroker KAFKA = kafka();
    private static final String MONGODB = mongodb();
    private static final TokenIssuer ISSUER = TokenIssuer.start();

    /** Where the broker listens. */
    public static String kafkaAddress() {
        return KAFKA.getBrokersAsString();
    }

    /** Where the store listens. */
    public static String mongodbAddress() {
        return MONGODB;
    }

    /** Signs the tokens that the services under test accept. */
    public static TokenIssuer issuer() {
        return ISSUER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + MONGODB,
                        "yol.database=test_" + unique,
                        "spring.kafka.bootstrap-servers=" + kafkaAddress(),
                        "yol.seal-key=" + SEAL_KEY,
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri())
                .applyTo(context);
        var groups = new RootBeanDefinition();
        groups.setTargetType(ResolvableType.forClassWithGenerics(
                ContainerCustomizer.class,
                ResolvableType.forClass(Object.class),
                ResolvableType.forClass(Object.class),
                ResolvableType.forClassWithGenerics(
                        ConcurrentMessageListenerContainer.class, Object.class, Object.class)));
        groups.setInstanceSupplier(() -> groupsOfTheirOwn(unique));
        var beans = (BeanDefinitionRegistry) context.getBeanFactory();
        beans.registerBeanDefinition("groupsOfTheirOwn", groups);
        beans.registerBeanDefinition(
                "watchedQueries",
                new RootBeanDefinition(
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.addCommandListener(QueryWatch.only())));
    }

    /** Services under test that run at the same time hear everything each, as if there were no other. */
    private static ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
            groupsOfTheirOwn(String unique) {
        return container -> container
                .getContainerProperties()
                .setGroupId(container.getContainerProperties().getGroupId() + ".test-" + unique);
    }

    private static EmbeddedKafkaBroker kafka() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 3);
        broker.afterPropertiesSet();
        return broker;
    }

    private static String mongodb() {
        String given = System.getenv("MONGODB_URI");
        if (given != null) {
            return given;
        }
        MongoServer server = new MongoServer(DurableBackend.openInMemory());
        return server.bindAndGetConnectionString();
    }
}
