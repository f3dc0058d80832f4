package org.yol.notifications;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.yol.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "org.yol.notifications", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests SHAPE = ArchTests.in(ArchitectureRules.class);
}
