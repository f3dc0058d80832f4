package org.yol.platform.access;

import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yol.platform.web.ProblemResponses;

/**
 * Every request is checked here again, whatever the gateway did. Who may call a method stands beside it as
 * {@code @PreAuthorize}; a controller method without one keeps the service from starting. Which objects a caller may
 * see is decided by the feature that owns them.
 */
@AutoConfiguration(
        before = {OAuth2ResourceServerWebSecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@ConditionalOnWebApplication
@EnableMethodSecurity
class AccessAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ProblemResponses problems,
            JwtDecoder tokens,
            @Value("${yol.public-questions:}") List<String> publicQuestions,
            @Value("${yol.one-time-links:}") List<String> oneTimeLinks) {
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(HttpMethod.GET, "/api/**").permitAll();
                    // Sent as a body since what they tell is too personal for an address; they change nothing.
                    publicQuestions.forEach(address ->
                            requests.requestMatchers(HttpMethod.POST, address).permitAll());
                    // Who comes by a one-time link has no account; the feature looks at the link.
                    oneTimeLinks.forEach(
                            address -> requests.requestMatchers(address).permitAll());
                    // nothing is changed by somebody unknown, whatever is wrong with the request besides
                    requests.requestMatchers("/api/**")
                            .authenticated()
                            .requestMatchers(
                                    HttpMethod.GET,
                                    "/livez",
                                    "/readyz",
                                    "/actuator/**",
                                    "/v3/api-docs",
                                    "/v3/api-docs/**")
                            .permitAll()
                            .requestMatchers("/error")
                            .permitAll()
                            .anyRequest()
                            .denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(new KnownTokens(tokens, Clock.systemUTC()))
                                        .jwtAuthenticationConverter(AccessAutoConfiguration::authentication))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookies are read here, so there is nothing a forged request could ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Nobody looks at an observation of each security filter, and they cost more than the filters do. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static AbstractAuthenticationToken authentication(Jwt token) {
        var authorities = Caller.roles(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }

    @Bean
    AccessRulesCheck accessRulesCheck(List<RequestMappingHandlerMapping> mappings) {
        return new AccessRulesCheck(mappings);
    }

    @Bean
    WebMvcConfigurer callerConfigurer(ObjectProvider<Mandates> mandates) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(mandates));
            }
        };
    }
}
