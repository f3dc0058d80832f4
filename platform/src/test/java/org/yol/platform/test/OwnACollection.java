package org.yol.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.yol.platform.document.AggregateCollections;

/** Opens a collection of aggregates and keeps it: the class that owns the documents of a feature. */
final class OwnACollection extends DescribedPredicate<JavaClass> {

    OwnACollection() {
        super("own a collection");
    }

    @Override
    public boolean test(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.getConstructors().stream().anyMatch(OwnACollection::opens);
    }

    private static boolean opens(JavaConstructor constructor) {
        return constructor.getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(AggregateCollections.class));
    }
}
