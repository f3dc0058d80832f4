package org.yol.notifications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set from outside.
 *
 * @param publicUri where people reach the platform, for the links in mails
 * @param mailFrom the sender of mails, with or without a name
 * @param mailLease how long a mail belongs to the replica that took it; must exceed the longest SMTP conversation
 * @param heartbeat pause between two signs of life on an open stream; below the idle limit of every proxy on the way
 */
@Validated
@ConfigurationProperties("yol.notifications")
public record NotificationsProperties(
        @NotNull URI publicUri,
        @NotBlank String mailFrom,
        @NotNull Duration mailLease,
        @NotNull Duration heartbeat) {}
