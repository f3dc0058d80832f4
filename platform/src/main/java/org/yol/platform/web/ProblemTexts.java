package org.yol.platform.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.yol.contracts.Country;
import org.yol.contracts.Language;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.time.WrittenTime;

/** Puts a refusal into words, in the reader's language. */
public final class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A refusal as problem details, for a request or for one of several things that one asks for. */
    public ProblemDetail detail(Refused refused, Locale locale) {
        ProblemDetail detail = detail(refused.problem(), refused.arguments(), locale);
        if (!refused.errors().isEmpty()) {
            detail.setProperty("errors", errors(refused.errors(), locale));
        }
        refused.more().forEach(detail::setProperty);
        return detail;
    }

    ProblemDetail detail(Problem problem, List<Object> arguments, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.valueOf(problem.status()));
        detail.setType(URI.create(problem.type()));
        detail.setTitle(messages.getMessage("problem." + problem.name() + ".title", null, locale));
        detail.setDetail(
                messages.getMessage("problem." + problem.name() + ".detail", shown(arguments, locale), locale));
        return detail;
    }

    /** What is wrong with fields as answers say it: {@code pointer} and {@code detail} of each. */
    public List<Map<String, String>> errors(Collection<FieldError> errors, Locale locale) {
        return errors.stream()
                .map(error -> Map.of("pointer", error.pointer(), "detail", words(error, locale)))
                .toList();
    }

    /** What a library said is no key: it is shown as it is, braces and quotes of a pattern included. */
    private String words(FieldError error, Locale locale) {
        String found = messages.getMessage(error.message(), shown(error.arguments(), locale), null, locale);
        return found == null ? error.message() : found;
    }

    private static Object[] shown(List<Object> arguments, Locale locale) {
        return arguments.stream().map(argument -> shown(argument, locale)).toArray();
    }

    private static Object shown(Object argument, Locale locale) {
        return switch (argument) {
            case ZonedDateTime moment -> WrittenTime.of(moment, locale);
            case Instant instant -> WrittenTime.of(instant.atZone(ZoneOffset.UTC), locale);
            case LocalDate day -> WrittenTime.of(day, locale);
            case Country country -> country.nameIn(Language.of(locale.getLanguage()));
            case Localized words -> words.in(locale);
            default -> argument;
        };
    }
}
