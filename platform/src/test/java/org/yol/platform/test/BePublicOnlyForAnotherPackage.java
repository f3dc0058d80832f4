package org.yol.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class that is public is used from another package. */
final class BePublicOnlyForAnotherPackage extends ArchCondition<JavaClass> {

    BePublicOnlyForAnotherPackage() {
        super("be public only for another package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean needed = type.getDirectDependenciesToSelf().stream()
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
        if (type.getModifiers().contains(JavaModifier.PUBLIC) && !needed) {
            events.add(
                    SimpleConditionEvent.violated(type, type.getName() + " is public, but no other package uses it"));
        }
    }
}
