package org.yol.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A service depends on the platform, the eligibility, the transparency log and the contracts, the platform and the
 * eligibility on the contracts, the contracts and the transparency log on nobody.
 */
final class DependOnModulesBelow extends ArchCondition<JavaClass> {

    DependOnModulesBelow() {
        super("depend on modules below only");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !Module.of(type).mayDependOn(Module.of(dependency.getTargetClass())))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
    }
}
