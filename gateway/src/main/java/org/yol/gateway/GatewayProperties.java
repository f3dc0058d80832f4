package org.yol.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Everything about the gateway that may differ between installations.
 *
 * @param issuer where people sign in: the OpenID Connect issuer
 * @param client the gateway's own account at the issuer
 * @param services the services behind the gateway, by name
 * @param circuitBreaker when a failing service is left alone for a while
 * @param bodies how large a request body may be, and how slow
 * @param rates how many requests are answered before 429
 * @param work how much of each kind of work is under way at once, at each service and of each replica of the gateway
 * @param sharedAnswers public answers that are given to many
 */
@Validated
@ConfigurationProperties("yol")
public record GatewayProperties(
        @NotBlank String issuer,
        @Valid @NotNull Client client,
        @NotEmpty Map<String, @Valid Service> services,
        @Valid @NotNull CircuitBreaker circuitBreaker,
        @Valid @NotNull Bodies bodies,
        @Valid @NotNull Rates rates,
        @NotNull Map<WorkKind, @Valid Work> work,
        @Valid @NotNull SharedAnswers sharedAnswers) {

    /** @throws IllegalArgumentException when a kind of work has no settings */
    public GatewayProperties {
        if (work == null || !work.keySet().containsAll(EnumSet.allOf(WorkKind.class))) {
            throw new IllegalArgumentException(
                    "yol.work must have settings for each of " + EnumSet.allOf(WorkKind.class));
        }
    }

    /**
     * @param id the client id registered at the issuer
     * @param secret the client secret registered at the issuer; empty for a public client, which proves itself by PKCE
     *     only
     */
    public record Client(@NotBlank String id, @NotNull String secret) {

        /** Leaves the secret out, so that no log line shows it. */
        @Override
        public String toString() {
            return "Client[id=" + id + "]";
        }
    }

    /**
     * @param uri where the service listens
     * @param segments the first path segments below {@code /api} that belong to it
     * @param publicReads whether GET is answered to everybody, signed in or not
     * @param publicSegments those of the segments of which GET is, where it is not of all; null for none
     * @param timeout how long an answer may take, once the whole request is there
     * @param uploadTimeout the same for the answer to a file upload
     */
    public record Service(
            @NotNull URI uri,
            @NotEmpty List<String> segments,
            boolean publicReads,
            List<String> publicSegments,
            @NotNull Duration timeout,
            @NotNull Duration uploadTimeout) {

        /** The path patterns that belong to the service. */
        public String[] paths() {
            return paths(segments);
        }

        /** The path patterns that everybody may read, though not all of the service's may be. */
        public String[] publicPaths() {
            return paths(publicSegments == null ? List.of() : publicSegments);
        }

        private static String[] paths(List<String> segments) {
            return segments.stream().map(segment -> "/api/" + segment + "/**").toArray(String[]::new);
        }
    }

    /**
     * @param window how many of the last calls are looked at
     * @param openFor how long a service that fails every other call is left alone; clients are told to retry after it
     */
    public record CircuitBreaker(
            @Positive int window, @NotNull Duration openFor) {}

    /**
     * @param usual the limits of every request but uploads
     * @param upload the limits of a file upload
     * @param held how much memory the bodies that are not uploads may take up together
     * @param untaken how long a client may take nothing of an answer that waits for it
     */
    public record Bodies(
            @Valid @NotNull Body usual,
            @Valid @NotNull Body upload,
            @NotNull DataSize held,
            @NotNull Duration untaken) {}

    /**
     * @param size how large it may be
     * @param timeout how long it may take to arrive
     * @param slowest how much of it has to come in a second, on average and after a while
     */
    public record Body(
            @NotNull DataSize size,
            @NotNull Duration timeout,
            @NotNull DataSize slowest) {}

    /**
     * @param user for each signed-in person or API client
     * @param address for each address of people who are not signed in
     * @param signIn for each address, of the steps that start a sign-in (two for each sign-in)
     * @param wrongToken for each address, of bearer tokens that are found wrong
     * @param remembered how many people and addresses are counted at the same time; the least recent are forgotten
     */
    public record Rates(
            @Valid @NotNull Rate user,
            @Valid @NotNull Rate address,
            @Valid @NotNull Rate signIn,
            @Valid @NotNull Rate wrongToken,
            @Positive long remembered) {}

    /**
     * @param requests how many requests may come at once
     * @param period how long a used-up allowance takes to fill again, evenly
     */
    public record Rate(@Positive long requests, @NotNull Duration period) {}

    /**
     * @param atOnce how many requests are under way
     * @param waiting how many more may wait for their turn
     * @param patience how long one waits; shorter than what comes before the gateway waits for it
     * @param perCaller how many of them may be of one person, or of one address where nobody is signed in
     * @param atMost how long one may be under way, to its last byte; 0 for as long as it likes
     * @param comeBack the shortest time after which a refused one is to come back; the longest is three times that
     */
    public record Work(
            @Positive int atOnce,
            @PositiveOrZero int waiting,
            @NotNull Duration patience,
            @Positive int perCaller,
            @NotNull Duration atMost,
            @NotNull Duration comeBack) {}

    /**
     * @param keep how long an answer is given to others, where the service does not say a shorter time
     * @param keepImmutable the same for one of which the service says that it never changes
     * @param size how much memory all of them may take up
     * @param largest the largest answer that is kept
     */
    public record SharedAnswers(
            @NotNull Duration keep,
            @NotNull Duration keepImmutable,
            @NotNull DataSize size,
            @NotNull DataSize largest) {}
}
