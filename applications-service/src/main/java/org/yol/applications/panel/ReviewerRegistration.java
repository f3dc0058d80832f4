package org.yol.applications.panel;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yol.platform.access.Caller;
import org.yol.platform.access.Role;

/** Reviewers who call this service become known to it, from their own tokens: so it is known whom one may ask. */
@Configuration(proxyBeanMethods = false)
class ReviewerRegistration implements HandlerInterceptor, WebMvcConfigurer {

    private final Reviewers reviewers;

    ReviewerRegistration(Reviewers reviewers) {
        this.reviewers = reviewers;
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
            if (caller.is(Role.REVIEWER) && caller.organization() != null) {
                reviewers.remember(caller);
            }
        }
        return true;
    }
}
