package org.yol.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.OneTimeLinks;
import org.yol.gateway.PublicQuestions;
import org.yol.gateway.limits.RateLimits;
import org.yol.gateway.limits.WrongTokens;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemException;
import org.yol.gateway.web.ContentSecurityPolicy;
import reactor.core.publisher.Mono;

/** Who may pass, and what every answer tells the browser. Services check each request again. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final ServerAuthenticationEntryPoint UNAUTHENTICATED =
            (exchange, failure) -> Mono.error(ProblemException.of(Problem.UNAUTHENTICATED));

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            GatewayProperties properties,
            IdentityProvider provider,
            CsrfProtection csrf,
            SignedIn signedIn,
            SignInFailed signInFailed,
            SignOut signOut,
            SessionSecurityContext sessions,
            BegunSignIns begunSignIns,
            BearerTokens tokens,
            BearerTokenOfRequest tokenOfRequest,
            WrongTokens wrong,
            RateLimits rateLimits,
            ContentSecurityPolicy contentSecurityPolicy) {
        return http.securityContextRepository(sessions)
                .authorizeExchange(exchange -> authorize(exchange, properties))
                .oauth2Login(login -> login.authorizationRequestResolver(new AskedLanguage(provider))
                        .authorizationRequestRepository(begunSignIns)
                        .authenticationSuccessHandler(signedIn)
                        .authenticationFailureHandler(signInFailed))
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.jwtDecoder(tokens))
                        .bearerTokenConverter(tokenOfRequest)
                        .authenticationEntryPoint(UNAUTHENTICATED)
                        .authenticationFailureHandler((web, failure) -> refused(web.getExchange(), failure, wrong)))
                .logout(logout -> logout.logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                        .logoutSuccessHandler(signOut))
                .csrf(csrf::configure)
                // Never a redirect to the sign-in: a script could not follow it, and pages start it themselves.
                .exceptionHandling(failed -> failed.authenticationEntryPoint(UNAUTHENTICATED))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(headers -> describe(headers, contentSecurityPolicy))
                // Here it is known who calls, and nothing has been done for them yet.
                .addFilterBefore(rateLimits::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    // Said here and not passed on: the filter of the sign-in would take the failure for one of its own.
    private static Mono<Void> refused(ServerWebExchange exchange, AuthenticationException failure, WrongTokens wrong) {
        if (failure instanceof AuthenticationServiceException) {
            return Mono.error(ProblemException.of(Problem.SIGN_IN_UNAVAILABLE, failure));
        }
        wrong.count(exchange);
        return Mono.error(ProblemException.of(Problem.UNAUTHENTICATED, failure));
    }

    private static void authorize(AuthorizeExchangeSpec exchange, GatewayProperties properties) {
        exchange.pathMatchers(HttpMethod.POST, PublicQuestions.addresses()).permitAll();
        exchange.pathMatchers(OneTimeLinks.ADDRESS).permitAll();
        properties.services().values().forEach(service -> {
            for (String path : service.publicPaths()) {
                exchange.pathMatchers(HttpMethod.GET, path).permitAll();
                exchange.pathMatchers(HttpMethod.HEAD, path).permitAll();
            }
            if (service.publicReads()) {
                exchange.pathMatchers(HttpMethod.GET, service.paths()).permitAll();
                exchange.pathMatchers(HttpMethod.HEAD, service.paths()).permitAll();
            }
            exchange.pathMatchers(service.paths()).authenticated();
        });
        // What is left are the gateway's own public pages, static files and addresses that do not exist.
        exchange.anyExchange().permitAll();
    }

    private static void describe(HeaderSpec headers, ContentSecurityPolicy contentSecurityPolicy) {
        headers.writer(contentSecurityPolicy)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicy(policy -> policy.policy(
                        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
