package org.yol.platform.note;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.yol.platform.test.QueriesHaveIndexes;
import org.yol.platform.test.RealParts;

/** A test of the platform by means of the note service. All of them share one running service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NoteApplication.class,
        properties = "spring.config.name=note",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(QueriesHaveIndexes.class)
@ContextConfiguration(initializers = RealParts.class)
public @interface NoteTest {}
