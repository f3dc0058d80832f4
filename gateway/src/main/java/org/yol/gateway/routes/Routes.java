package org.yol.gateway.routes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.GatewayProperties.Service;
import org.yol.gateway.WorkKind;
import org.yol.gateway.overload.Work;
import org.yol.gateway.overload.WorkOfRequests;

/** Which service answers what, and in which way: a route for each kind of work at each service. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Route metadata: everybody may read, so an expired session is no reason to refuse. */
    static final String PUBLIC_READS = "public-reads";

    private final WorkOfRequests works;

    Routes(WorkOfRequests works) {
        this.works = works;
    }

    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, GatewayProperties properties) {
        var routes = builder.routes();
        // By kind first: the most frequent kinds are looked for first.
        for (var kind : WorkKind.values()) {
            properties.services().forEach((name, service) -> route(routes, new Work(name, kind), service));
        }
        return routes.build();
    }

    private void route(RouteLocatorBuilder.Builder routes, Work work, Service service) {
        var wanted = Optional.of(work);
        routes.route(
                work.name(),
                route -> ending(
                                route.predicate(exchange -> wanted.equals(works.of(exchange)))
                                        .filters(filters -> filters(filters, work, service)),
                                work.kind())
                        .metadata(PUBLIC_READS, isReadByEverybody(work.kind(), service))
                        .uri(service.uri()));
    }

    private static boolean isReadByEverybody(WorkKind kind, Service service) {
        return switch (kind) {
            case PUBLIC, DOCUMENTATION -> true;
            case EXPORTS -> service.publicReads();
            default -> false;
        };
    }

    private static UriSpec filters(GatewayFilterSpec filters, Work work, Service service) {
        plain(filters);
        return switch (work.kind()) {
            case READS, LISTS, PUBLIC ->
                guarded(filters, work, service.timeout()).retry(Routes::onlyReads);
            case WRITES, DECISIONS, EXPORTS, DOWNLOADS -> guarded(filters, work, service.timeout());
            case UPLOADS -> guarded(filters, work, service.uploadTimeout());
            // A stream stays open: no time-out, and no circuit breaker that would count it as a slow answer.
            case STREAMS -> filters;
            // Everybody may read it, signed in or not: it has no say in whether a service is well.
            case DOCUMENTATION ->
                filters.filter(new AnswerLimit(service.timeout())).setPath("/v3/api-docs");
        };
    }

    /**
     * The HTTP client counts the time between two pieces, too, in which a slow client may be what everybody waits for:
     * so not with files and what is long. AnswerLimit, and how long a place may be taken, do without it.
     */
    private static UriSpec ending(UriSpec route, WorkKind kind) {
        return switch (kind) {
            case UPLOADS, DOWNLOADS, EXPORTS, STREAMS -> route.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1);
            default -> route;
        };
    }

    private static GatewayFilterSpec guarded(GatewayFilterSpec filters, Work work, Duration timeout) {
        return filters.circuitBreaker(config -> config.setName(work.name())).filter(new AnswerLimit(timeout));
    }

    private static void plain(GatewayFilterSpec filters) {
        // Cookies are between the browser and the gateway: no service sees the session, and none sets a cookie.
        // The host stays the public one, so that what services write about themselves is right outside.
        filters.removeRequestHeader(HttpHeaders.COOKIE)
                .removeRequestHeader("X-XSRF-TOKEN")
                .removeResponseHeader(HttpHeaders.SET_COOKIE)
                .preserveHostHeader();
    }

    /** Again when the connection failed, and only what may be done twice. A slow service is not asked again. */
    @SuppressWarnings("unchecked") // the varargs are of a generic class
    private static void onlyReads(RetryConfig retry) {
        retry.setMethods(HttpMethod.GET)
                .setSeries()
                .setExceptions(IOException.class)
                .setRetries(2)
                .setBackoff(Duration.ofMillis(50), Duration.ofMillis(500), 3, false);
    }
}
