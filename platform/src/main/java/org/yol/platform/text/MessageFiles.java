package org.yol.platform.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yol.contracts.Language;

/**
 * Message files whose texts are patterns of ICU, because the JDK's know no plural forms: {@code {0, plural, one {#
 * file} other {# files}}}. An apostrophe is one, unless it stands before a brace.
 */
public final class MessageFiles extends ResourceBundleMessageSource {

    /** To make them takes longer than to use them. There are as many as texts and languages. */
    private final Map<Pattern, MessageFormat> formats = new ConcurrentHashMap<>();

    /** @param basenames of files in UTF-8, the first that has a text wins */
    public MessageFiles(String... basenames) {
        setBasenames(basenames);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code == null || locale == null) {
            return null;
        }
        String pattern = resolveCodeWithoutArguments(code, locale);
        if (pattern == null) {
            return null;
        }
        Object[] values = arguments == null ? new Object[0] : arguments;
        MessageFormat format = formats.computeIfAbsent(new Pattern(pattern, locale), Pattern::compiled);
        // A format is not made for several threads at once.
        synchronized (format) {
            return format.format(values);
        }
    }

    private record Pattern(String text, Locale locale) {

        MessageFormat compiled() {
            Locale formats =
                    Language.find(locale.getLanguage()).map(Language::formats).orElse(locale);
            return new MessageFormat(text, ULocale.forLocale(formats));
        }
    }
}
