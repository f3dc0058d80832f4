package org.yol.platform;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.yol.platform.test.ArchitectureRules;

@AnalyzeClasses(
        packages = {"org.yol.platform", "org.yol.contracts"},
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTests.WithoutTestJars.class})
class ArchitectureTests {

    @ArchTest
    static final ArchTests SHAPE = ArchTests.in(ArchitectureRules.class);

    /** The golden events come in a jar of their own. */
    static final class WithoutTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
