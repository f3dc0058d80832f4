package org.yol.gateway.routes;

import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.GatewayProperties.Service;
import org.yol.gateway.limits.Uploads;

/** Which service answers what: by the first path segment below {@code /api}. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Route metadata: everybody may read, so an expired session is no reason to refuse. */
    static final String PUBLIC_READS = "public-reads";

    private static final String STREAM = "/api/notifications/stream";

    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, GatewayProperties properties) {
        var routes = builder.routes();
        properties.services().forEach((name, service) -> {
            stream(routes, name, service);
            uploads(routes, name, service);
            requests(routes, name, service);
            documentation(routes, name, service);
        });
        return routes.build();
    }

    /** A stream stays open: no time-out, and no circuit breaker that would count it as a slow answer. */
    private static void stream(RouteLocatorBuilder.Builder routes, String name, Service service) {
        if (service.segments().contains("notifications")) {
            routes.route(
                    name + "-stream",
                    route -> route.order(-1)
                            .path(STREAM)
                            .filters(Routes::plain)
                            .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                            .uri(service.uri()));
        }
    }

    /** No time-out from the beginning of the request: a file may take its time, only the answer may not. */
    private static void uploads(RouteLocatorBuilder.Builder routes, String name, Service service) {
        if (service.segments().contains("applications")) {
            var breaker = CircuitBreakers.uploadsOf(name);
            routes.route(
                    breaker,
                    route -> route.order(-1)
                            .path(Uploads.PATH)
                            .and()
                            .method(Uploads.METHOD)
                            .filters(filters -> guarded(filters, breaker, service.uploadTimeout()))
                            .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                            .uri(service.uri()));
        }
    }

    private static void requests(RouteLocatorBuilder.Builder routes, String name, Service service) {
        routes.route(
                name,
                route -> route.path(service.paths())
                        .filters(filters ->
                                guarded(filters, name, service.timeout()).retry(Routes::onlyReads))
                        .metadata(PUBLIC_READS, service.publicReads())
                        .uri(service.uri()));
    }

    /** Everybody may read it, signed in or not: it has no say in whether a service is well. */
    private static void documentation(RouteLocatorBuilder.Builder routes, String name, Service service) {
        routes.route(
                name + "-api-docs",
                route -> route.path("/v3/api-docs/" + name)
                        .filters(filters -> plain(filters)
                                .filter(new AnswerLimit(service.timeout()))
                                .setPath("/v3/api-docs"))
                        .metadata(PUBLIC_READS, true)
                        .uri(service.uri()));
    }

    private static GatewayFilterSpec guarded(GatewayFilterSpec filters, String breaker, Duration timeout) {
        return plain(filters).circuitBreaker(config -> config.setName(breaker)).filter(new AnswerLimit(timeout));
    }

    private static GatewayFilterSpec plain(GatewayFilterSpec filters) {
        // Cookies are between the browser and the gateway: no service sees the session, and none sets a cookie.
        // The host stays the public one, so that what services write about themselves is right outside.
        return filters.removeRequestHeader(HttpHeaders.COOKIE)
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
