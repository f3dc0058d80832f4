package org.yol.platform.web;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Localized;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Puts a refusal into words, in the reader's language. */
public final class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail detail(Refused refused, Locale locale) {
        ProblemDetail detail = detail(refused.problem(), refused.arguments(), locale);
        if (!refused.errors().isEmpty()) {
            detail.setProperty("errors", fields(refused.errors(), locale));
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

    private List<Map<String, String>> fields(Collection<FieldError> errors, Locale locale) {
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
            case Instant instant ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(instant);
            case ZonedDateTime moment -> inItsZone(moment, locale);
            case Localized words -> words.in(locale);
            default -> argument;
        };
    }

    /** As the pages write it: the clocks show 24 hours, and the zone is always said. */
    private static String inItsZone(ZonedDateTime moment, Locale locale) {
        Locale written = locale.getLanguage().equals("en") ? Locale.UK : locale;
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(written);
        return time.format(moment) + " ("
                + DateTimeFormatter.ofPattern("vvvv, O", written).format(moment) + ")";
    }
}
