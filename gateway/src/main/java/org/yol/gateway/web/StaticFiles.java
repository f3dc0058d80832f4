package org.yol.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.yol.contracts.Language;

/** The front end's files and how long browsers may keep them. */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebFluxConfigurer {

    private static final String STATIC = "classpath:/static/";
    static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final FrontEndVersion version;
    private final FrontPage frontPage;
    private final ServiceWorker serviceWorker;

    StaticFiles(FrontEndVersion version, FrontPage frontPage, ServiceWorker serviceWorker) {
        this.version = version;
        this.frontPage = frontPage;
        this.serviceWorker = serviceWorker;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The version is part of the path: what is there never changes.
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler(version.path() + "**")
                .addResourceLocations(STATIC)
                .setCacheControl(FOR_GOOD)
                .setUseLastModified(false);
        checked(registry, "/v/**", STATIC).resourceChain(false).addResolver(new AnyVersion());
        checked(registry, "/docs/**", "classpath:/docs/");
        checked(registry, "/**", STATIC)
                .resourceChain(false)
                .addTransformer(frontPage)
                .addTransformer(serviceWorker);
    }

    /** Browsers keep these files too, but ask each time whether they are still the same. */
    private static ResourceHandlerRegistration checked(ResourceHandlerRegistry registry, String paths, String folder) {
        return registry.addResourceHandler(paths)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::etag);
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        var languages = new AcceptHeaderLocaleContextResolver();
        languages.setSupportedLocales(Language.locales());
        languages.setDefaultLocale(Language.ENGLISH.locale());
        return languages;
    }

    // By content: reproducible builds give every file of a jar the same time, in every version.
    private static String etag(Resource file) {
        try (var content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
