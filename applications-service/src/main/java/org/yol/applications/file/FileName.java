package org.yol.applications.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * What a file is called by its sender.
 *
 * @param text without a path and without what cannot be seen; may be empty
 */
record FileName(String text) {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "document";

    /** By type; the first is put where there is none. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of(".pdf"),
            "image/jpeg", List.of(".jpg", ".jpeg"),
            "image/png", List.of(".png"));

    /** What systems take for the kind of a file; not the number of a version, nor a word behind a full stop. */
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]\\w{0,4}$");

    /** Controls, and what turns letters around: {@code fdp.exe} is not to be read as {@code exe.pdf}. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** What browsers write for three characters that cannot stand in a form (HTML, "multipart/form-data"). */
    private static final Map<String, String> ESCAPED = Map.of("%22", "\"", "%0D", "\r", "%0A", "\n");

    /** @param stated in a form; null without */
    static FileName of(String stated) {
        String name = Objects.requireNonNullElse(stated, "");
        for (Map.Entry<String, String> escaped : ESCAPED.entrySet()) {
            name = name.replace(escaped.getKey(), escaped.getValue());
        }
        name = StringUtils.getFilename(StringUtils.cleanPath(name));
        return new FileName(INVISIBLE.matcher(name).replaceAll("").strip());
    }

    /**
     * With an ending that fits what the file is, so that it opens where it is saved, and as nothing else. Of 200
     * characters at most, the last ones.
     *
     * @param type one of those that are taken
     */
    String fitting(String type) {
        List<String> endings = ENDINGS.get(type);
        String begin = text;
        while (endings.stream().noneMatch(begin.toLowerCase(Locale.ROOT)::endsWith)
                && ENDING.matcher(begin).find()) {
            begin = begin.substring(0, begin.lastIndexOf('.')).strip();
        }
        String ending = endings.stream()
                .filter(begin.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .orElse("");
        String whole = ending.length() == begin.length()
                ? NAMELESS + endings.getFirst()
                : ending.isEmpty() ? begin + endings.getFirst() : begin;
        int from = Math.max(0, whole.length() - LONGEST);
        return whole.substring(from > 0 && Character.isLowSurrogate(whole.charAt(from)) ? from + 1 : from);
    }
}
