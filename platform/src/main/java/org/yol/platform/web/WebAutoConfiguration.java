package org.yol.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.yol.contracts.Language;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.PageRequest;
import org.yol.platform.text.MessageFiles;
import tools.jackson.databind.json.JsonMapper;

/** What every service's HTTP has in common: problem details, versions, idempotency, pages, languages, OpenAPI. */
@AutoConfiguration(
        before = {MessageSourceAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication
class WebAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(ExpectedVersion.class, IdempotencyKey.class, PageRequest.class);
    }

    /** The service's own {@code messages} first, where it has any, then what all services say. */
    @Bean
    MessageSource messageSource(ResourceLoader resources) {
        return resources.getResource("classpath:messages.properties").exists()
                ? new MessageFiles("messages", "platform-messages")
                : new MessageFiles("platform-messages");
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(Language.locales());
        resolver.setDefaultLocale(Language.ENGLISH.locale());
        return resolver;
    }

    @Bean
    ProblemTexts problemTexts(MessageSource messages) {
        return new ProblemTexts(messages);
    }

    @Bean
    ProblemResponses problemResponses(ProblemTexts texts, LocaleResolver locales, JsonMapper json) {
        return new ProblemResponses(texts, locales, json);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemTexts texts) {
        return new ProblemAdvice(texts);
    }

    @Bean
    BreakingOff breakingOff() {
        return new BreakingOff();
    }

    @Bean
    FailedDispatch failedDispatch(ProblemTexts texts) {
        return new FailedDispatch(texts);
    }

    @Bean
    WebMvcConfigurer requestArgumentsConfigurer(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments(json));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WordsInQueries());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                ApplicationConversionService.configure(registry);
                registry.addConverterFactory(new WordsInAddresses());
            }
        };
    }

    @Bean
    WordsInBodies wordsInBodies() {
        return new WordsInBodies();
    }

    @Bean
    WordsInDescriptions wordsInDescriptions() {
        return new WordsInDescriptions();
    }

    /** The addresses are those of the gateway, relative to wherever it shows the description. */
    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .components(ProblemAnswers.describe(new Components()))
                .info(new Info()
                        .title("Yol " + service)
                        .version("1")
                        .description("Texts for people come in the language that `Accept-Language` asks for, one of "
                                + String.join(", ", tags())
                                + ", and in English for any other. A program sends an access "
                                + "token in the `Authorization` header; a browser signs in at `/login`. Who is told 429 "
                                + "waits as many seconds as `Retry-After` says."))
                .addServersItem(new Server().url("/"));
    }

    private static List<String> tags() {
        return Arrays.stream(Language.values()).map(Language::toString).toList();
    }

    @Bean
    OperationCustomizer headerParameters() {
        return new HeaderParameters();
    }

    @Bean
    OperationCustomizer problemAnswers() {
        return new ProblemAnswers();
    }
}
