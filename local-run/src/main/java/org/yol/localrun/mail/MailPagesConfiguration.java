package org.yol.localrun.mail;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.yol.localrun.Port;

/** The mail pages on a port of their own, where nothing else answers. */
@Configuration(proxyBeanMethods = false)
@Import(MailController.class)
public class MailPagesConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mailConnector(Port mailPort) {
        return server -> server.addAdditionalConnectors(LoopbackConnector.on(mailPort));
    }

    @Bean
    @Order(1)
    SecurityFilterChain mailPages(HttpSecurity http, Port mailPort) throws Exception {
        return http.securityMatcher(request -> request.getLocalPort() == mailPort.number())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/",
                                "/mails/*",
                                "/mails.json",
                                "/error",
                                "/pages.css",
                                "/styles/*",
                                "/icons/*",
                                "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }
}
