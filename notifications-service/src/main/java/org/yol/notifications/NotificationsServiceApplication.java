package org.yol.notifications;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yol.platform.operate.YolService;

/** The service that tells people what happened. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationsServiceApplication {

    public static void main(String[] arguments) {
        YolService.run(NotificationsServiceApplication.class, arguments);
    }
}
