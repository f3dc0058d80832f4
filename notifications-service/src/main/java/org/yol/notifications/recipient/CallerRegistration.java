package org.yol.notifications.recipient;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yol.contracts.Language;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/**
 * Whoever calls this service becomes known to it. Addresses are never part of an event, so this is how one is learnt:
 * from its owner's own token.
 */
@Configuration(proxyBeanMethods = false)
class CallerRegistration implements HandlerInterceptor, WebMvcConfigurer {

    private final Recipients recipients;

    CallerRegistration(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getUserPrincipal() instanceof JwtAuthenticationToken authentication) {
            Caller caller = Caller.of(authentication.getToken());
            Recipient known = recipients.remember(new Profile(
                    caller.id(),
                    caller.email(),
                    caller.country(),
                    Language.of(caller.locale()),
                    caller.is(Role.AUTHORITY)));
            request.setAttribute(Recipient.CALLER, known);
        }
        return true;
    }
}
