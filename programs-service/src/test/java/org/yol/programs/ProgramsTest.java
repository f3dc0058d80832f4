package org.yol.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yol.platform.test.ServiceTest;

/** A test of the whole service. All of them share one running service, and a clock that can be put forward. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(ProgramsTest.Time.class)
public @interface ProgramsTest {

    /** The clock of the service. */
    @TestConfiguration
    class Time {

        @Bean
        AdjustableClock clock() {
            return new AdjustableClock();
        }
    }
}
