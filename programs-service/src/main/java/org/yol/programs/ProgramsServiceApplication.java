package org.yol.programs;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yol.platform.operate.YolService;

/** Coordinators write programmes here and publish their calls; everybody finds them here. */
@SpringBootApplication
class ProgramsServiceApplication {

    static void main(String[] arguments) {
        YolService.run(ProgramsServiceApplication.class, arguments);
    }
}
