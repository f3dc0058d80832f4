package org.yol.localrun.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.yol.contracts.Language;

/**
 * The language of a page: what the person chose on it, else what the client asked for ({@code ui_locales}), else what
 * the browser prefers.
 */
@Component("localeResolver")
class PageLocale implements LocaleResolver {

    private static final List<Locale> LANGUAGES = Language.locales();

    private static final String CHOSEN = PageLocale.class.getName();

    private final HttpSessionRequestCache savedRequests = new HttpSessionRequestCache();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String parameter = request.getParameter("lang");
        // Anything else is no choice of this page, and may be long enough to keep the parser of ranges busy for
        // minutes.
        if (LANGUAGES.stream().map(Locale::getLanguage).anyMatch(language -> language.equals(parameter))) {
            request.getSession().setAttribute(CHOSEN, parameter);
        }
        for (String wish :
                new String[] {chosen(request), askedByClient(request), request.getHeader("Accept-Language")}) {
            Locale match = match(wish);
            if (match != null) {
                return match;
            }
        }
        return Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the parameter 'lang'");
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        return request.getSession(false) == null
                ? null
                : (String) request.getSession(false).getAttribute(CHOSEN);
    }

    private @Nullable String askedByClient(HttpServletRequest request) {
        SavedRequest saved = savedRequests.getRequest(request, null);
        String[] wishes = saved == null ? null : saved.getParameterValues("ui_locales");
        return wishes == null || wishes.length == 0 ? null : wishes[0].strip().replace(' ', ',');
    }

    private static @Nullable Locale match(@Nullable String wish) {
        if (wish == null || wish.isBlank()) {
            return null;
        }
        try {
            return Locale.lookup(LanguageRange.parse(wish), LANGUAGES);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
