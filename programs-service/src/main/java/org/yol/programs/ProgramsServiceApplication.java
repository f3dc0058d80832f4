package org.yol.programs;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yol.platform.operate.YolService;

/** Coordinators write programmes here and publish their calls; everybody finds them here. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ProgramsServiceApplication {

    static void main(String[] arguments) {
        YolService.run(ProgramsServiceApplication.class, arguments);
    }
}
