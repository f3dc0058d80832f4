package org.yol.programs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Coordinators write programmes here and publish their calls; everybody finds them here. */
@SpringBootApplication
class ProgramsServiceApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ProgramsServiceApplication.class, arguments);
    }
}
