package org.yol.localrun.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Who may reach what of the provider. What no chain allows is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /**
     * The pages send their form to themselves, which ends in a redirect to the client: browsers apply
     * {@code form-action} to that redirect too, so it is left out.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.userInfoEndpoint(
                            userInfo -> userInfo.userInfoMapper(SecurityConfiguration::userInfo)));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), browser))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain tokensForScripts(HttpSecurity http, IdentitySettings settings) throws Exception {
        SecretFile secret = settings.tokenSecret();
        return http.securityMatcher("/internal/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().access((who, context) -> {
                    String header = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
                    return new AuthorizationDecision(
                            header != null && header.startsWith("Bearer ") && secret.matches(header.substring(7)));
                }))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(
                        new HttpStatusEntryPoint(org.springframework.http.HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings, Attempts signInAttempts) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/register",
                                "/password/*",
                                "/email/*",
                                "/error",
                                "/pages.css",
                                "/styles/*",
                                "/icons/*",
                                "/webjars/**")
                        .permitAll()
                        .requestMatchers("/account", "/account/*")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl(settings.gateway())
                        .failureHandler(new SignInFailed(signInAttempts)))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    private static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
        JwtAuthenticationToken principal =
                (JwtAuthenticationToken) context.getAuthentication().getPrincipal();
        return new OidcUserInfo(principal.getToken().getClaims());
    }
}
