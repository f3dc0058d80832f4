package org.yol.platform.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hears of everybody who calls this service with a token, before their request is handled. */
public abstract class CallerHearing implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public final void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public final boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getUserPrincipal() instanceof JwtAuthenticationToken authentication) {
            hear(Caller.of(authentication.getToken()), request);
        }
        return true;
    }

    /** Somebody calls, once for each request. */
    protected abstract void hear(Caller caller, HttpServletRequest request);
}
