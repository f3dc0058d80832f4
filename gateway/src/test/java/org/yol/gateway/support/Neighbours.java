package org.yol.gateway.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything around the gateway, started once for all tests. */
public class Neighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final Issuer ISSUER = Issuer.start(0);
    public static final Backend PROGRAMS = Backend.start("programs");
    public static final Backend APPLICATIONS = Backend.start("applications");
    public static final Backend NOTIFICATIONS = Backend.start("notifications");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        // Two seconds for each gateway of the tests, all at their end, add up to more than there are.
                        "spring.reactor.netty.shutdown-quiet-period=0s",
                        "OIDC_ISSUER_URI=" + ISSUER.uri(),
                        "OIDC_CLIENT_SECRET=" + Issuer.SECRET,
                        "PROGRAMS_URI=" + PROGRAMS.uri(),
                        "APPLICATIONS_URI=" + APPLICATIONS.uri(),
                        "NOTIFICATIONS_URI=" + NOTIFICATIONS.uri())
                .applyTo(context);
    }
}
