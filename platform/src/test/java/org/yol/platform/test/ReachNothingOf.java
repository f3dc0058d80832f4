package org.yol.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Neither a class nor any other class of the same service that it reaches depends on what is named. */
final class ReachNothingOf extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> forbidden;

    ReachNothingOf(DescribedPredicate<JavaClass> forbidden) {
        super("reach nothing that does " + forbidden.getDescription());
        this.forbidden = forbidden;
    }

    @Override
    public void check(JavaClass start, ConditionEvents events) {
        Set<JavaClass> seen = new HashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.remove().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (forbidden.test(target)) {
                    events.add(SimpleConditionEvent.violated(start, dependency.getDescription()));
                } else if (Module.of(target).equals(Module.of(start)) && seen.add(target)) {
                    open.add(target);
                }
            }
        }
    }
}
