package org.yol.applications;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yol.platform.operate.YolService;

@SpringBootApplication
@ConfigurationPropertiesScan
class ApplicationsServiceApplication {

    static void main(String[] arguments) {
        YolService.run(ApplicationsServiceApplication.class, arguments);
    }
}
