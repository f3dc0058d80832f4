package org.yol.notifications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * @param mailsAtOnce conversations with the mail server: enough for a backlog, too few to look like an attack; many
 *     servers take 10 to 50 from one address
 * @param streams how many browser windows this process holds at most; one more is sent away for a while
 * @param streamsEach how many of them one person has; for one more the oldest is ended
 * @param answersTogether how long answers to offers are gathered before coordinators are told of them all at once
 * @param heartbeat pause between two signs of life on an open stream; below the idle limit of every proxy on the way
 */
@Validated
@ConfigurationProperties("yol.notifications")
public record NotificationsProperties(
        @NotNull URI publicUri,
        @NotBlank String mailFrom,
        @NotNull Duration mailLease,
        @Min(1) @Max(50) int mailsAtOnce,
        @Min(1) int streams,
        @Min(1) int streamsEach,
        @NotNull Duration answersTogether,
        @NotNull Duration heartbeat) {}
