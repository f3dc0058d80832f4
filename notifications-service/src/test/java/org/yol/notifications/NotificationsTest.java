package org.yol.notifications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.yol.notifications.mail.MailServer;
import org.yol.platform.test.ServiceTest;

/** A test of the whole service with a real mail server beside it; one context for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(MailServer.class)
@TestPropertySource(
        properties = {
            "yol.notifications.answers-together=1s",
            "yol.notifications.heartbeat=300ms",
            "yol.notifications.streams=40",
            "yol.notifications.public-uri=https://yol.example"
        })
public @interface NotificationsTest {}
