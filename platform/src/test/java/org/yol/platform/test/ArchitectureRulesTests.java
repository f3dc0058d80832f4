package org.yol.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.Topics;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.event.ReceivedEvent;

/** A rule that never fails guards nothing. */
class ArchitectureRulesTests {

    record Tainted(String id, long version, Step step) implements Aggregate {}

    record Step(Reach reach) {}

    record Reach(MongoClient client) {}

    record Clean(String id, long version) implements Aggregate {}

    @RestController
    public static class PublicController {}

    public static class PublicCollection {
        PublicCollection(AggregateCollections collections) {
            collections.toString();
        }
    }

    static class ListenerWithoutGroup {
        @KafkaListener(topics = Topics.CALLS)
        void on(ReceivedEvent event) {}
    }

    static class ListenerOfAnotherGroup {
        @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.other")
        void on(ReceivedEvent event) {}
    }

    static class Listener {
        @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.test")
        void on(ReceivedEvent event) {}
    }

    static class SecondListener {
        @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.test")
        void on(ReceivedEvent event) {}
    }

    static class ListenersOfTheirOwn {
        @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.test.reminder")
        void once(ReceivedEvent event) {}

        @KafkaListener(topics = Topics.CALLS, groupId = "${spring.application.name}.test-${random.uuid}")
        void onEveryReplica(ReceivedEvent event) {}
    }

    static class FieldInjected {
        @Autowired
        private Object dependency;
    }

    static class StringHelper {}

    @Test
    void aggregateThatReachesTheDriverOverTwoStepsIsFound() {
        assertBroken(ArchitectureRules.DOMAIN_IS_PLAIN_JAVA, Tainted.class, Step.class, Reach.class);
        assertKept(ArchitectureRules.DOMAIN_IS_PLAIN_JAVA, Clean.class);
    }

    @Test
    void publicControllerIsFound() {
        assertBroken(ArchitectureRules.CONTROLLERS_ARE_PACKAGE_PRIVATE, PublicController.class);
    }

    @Test
    void collectionThatIsPublicForNobodyIsFound() {
        assertBroken(ArchitectureRules.COLLECTIONS_ARE_PACKAGE_PRIVATE, PublicCollection.class);
    }

    @Test
    void listenerThatIsNotInAGroupOfItsFeatureIsFound() {
        assertBroken(ArchitectureRules.LISTENERS_HAVE_GROUPS_OF_THEIR_OWN, ListenerWithoutGroup.class);
        assertBroken(ArchitectureRules.LISTENERS_HAVE_GROUPS_OF_THEIR_OWN, ListenerOfAnotherGroup.class);
        assertKept(ArchitectureRules.LISTENERS_HAVE_GROUPS_OF_THEIR_OWN, Listener.class, ListenersOfTheirOwn.class);
    }

    @Test
    void listenersThatWouldEachGetHalfOfTheEventsAreFound() {
        assertBroken(ArchitectureRules.LISTENERS_HAVE_GROUPS_OF_THEIR_OWN, Listener.class, SecondListener.class);
    }

    @Test
    void fieldInjectionIsFound() {
        assertBroken(ArchitectureRules.DEPENDENCIES_ARE_INJECTED_BY_CONSTRUCTOR, FieldInjected.class);
    }

    @Test
    void nameThatSaysNothingIsFound() {
        assertBroken(ArchitectureRules.NAMES_SAY_SOMETHING, StringHelper.class);
    }

    @Test
    void servicesMayNotKnowEachOther() {
        Module programs = new Module("programs");
        assertThat(programs.mayDependOn(new Module("platform"))).isTrue();
        assertThat(programs.mayDependOn(new Module("applications"))).isFalse();
        assertThat(new Module("platform").mayDependOn(programs)).isFalse();
        assertThat(new Module("contracts").mayDependOn(new Module("platform"))).isFalse();
    }

    private static void assertBroken(ArchRule rule, Class<?>... classes) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation())
                .isTrue();
    }

    private static void assertKept(ArchRule rule, Class<?>... classes) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation())
                .isFalse();
    }
}
