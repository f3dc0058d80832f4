package org.yol.programs;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.test.GoldenDocuments;

@ProgramsTest
class StoredDocumentsIT {

    @TestFactory
    Stream<DynamicTest> documentsOfEveryReleaseAreRead(@Autowired AggregateCollections collections) {
        return GoldenDocuments.tests(collections);
    }
}
