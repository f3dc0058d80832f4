package org.yol.platform.test;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * A listener states the consumer group {@code ${spring.application.name}.<feature>}, which no other one has: two
 * listeners of one group would each get half of the events. Another listener of the same feature adds a name of its own
 * ({@code .<feature>.<name>}), one that every replica has to itself ends with {@code -${random.uuid}}.
 */
final class HearInAGroupOfItsFeature extends ArchCondition<JavaMethod> {

    HearInAGroupOfItsFeature() {
        super("hear in a group of its feature that no other listener is in");
    }

    @Override
    public void check(JavaMethod listener, ConditionEvents events) {
        String feature = listener.getOwner().getPackage().getRelativeName();
        if (!group(listener)
                .matches("\\$\\{spring\\.application\\.name}\\." + Pattern.quote(feature)
                        + "(\\.[a-z-]+)?(-\\$\\{random\\.uuid})?")) {
            events.add(SimpleConditionEvent.violated(
                    listener,
                    listener.getFullName() + " hears in the group \"" + group(listener)
                            + "\", not in \"${spring.application.name}." + feature + "\""));
        }
        listener.getOwner().getPackage().getClasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(other -> other.isAnnotatedWith(KafkaListener.class) && !other.equals(listener))
                .filter(other -> group(other).equals(group(listener)))
                .forEach(other -> events.add(SimpleConditionEvent.violated(
                        listener, listener.getFullName() + " shares its group with " + other.getFullName())));
    }

    private static String group(JavaMethod listener) {
        return listener.getAnnotationOfType(KafkaListener.class).groupId();
    }
}
