package org.yol.applications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ApplicationsServiceApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ApplicationsServiceApplication.class, arguments);
    }
}
