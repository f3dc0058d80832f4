package org.yol.notifications.mail;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import org.yol.notifications.message.Words;

/**
 * What stands in a mail.
 *
 * @param language of all of it
 * @param open words of the link to the page where one can do something about it
 * @param why words that say why one gets the mail
 * @param preferences words of the link to where one chooses; null, like the link, for whoever has nothing to choose
 */
record MailText(
        String language,
        Words words,
        String open,
        String link,
        String why,
        String preferences,
        String preferencesLink) {

    String plain() {
        return """
                %s

                %s

                %s:
                %s

                --\s
                Yol
                %s
                """.formatted(
                words.title(), words.text(), open, link, preferencesLink == null ? why : why + "\n" + preferencesLink);
    }

    /** One column that needs no style sheet, and nothing that is fetched from anywhere. */
    String html() {
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><title>%2$s</title></head>
                <body style="font-family: sans-serif; line-height: 1.6; max-width: 36em; margin: 0 auto; padding: 1em">
                <h1 style="font-size: 1.25em">%2$s</h1>
                <p>%3$s</p>
                <p><a href="%5$s">%4$s</a></p>
                <hr>
                <p style="font-size: 0.85em; color: #555">Yol · %6$s</p>
                </body>
                </html>
                """.formatted(
                        language,
                        htmlEscape(words.title(), "UTF-8"),
                        htmlEscape(words.text(), "UTF-8"),
                        htmlEscape(open, "UTF-8"),
                        htmlEscape(link, "UTF-8"),
                        htmlEscape(why, "UTF-8") + toPreferences());
    }

    private String toPreferences() {
        return preferences == null
                ? ""
                : " <a href=\"%s\">%s</a>"
                        .formatted(htmlEscape(preferencesLink, "UTF-8"), htmlEscape(preferences, "UTF-8"));
    }
}
