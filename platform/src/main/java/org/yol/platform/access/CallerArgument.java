package org.yol.platform.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller method take the {@link Caller}. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    private final ObjectProvider<Mandates> mandates;

    CallerArgument(ObjectProvider<Mandates> mandates) {
        this.mandates = mandates;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication
                ? withMandates(Caller.of(authentication.getToken()))
                : Caller.NOBODY;
    }

    private Caller withMandates(Caller caller) {
        Mandates known = mandates.getIfAvailable();
        return known == null ? caller : caller.actingFor(known.of(caller));
    }
}
