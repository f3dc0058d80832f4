package org.yol.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yol.notifications.message.Words;

class MailTextTests {

    private static final MailText MAIL = new MailText(
            "en",
            new Words("News of <b>“A & B”</b>", "100% of it."),
            "Open",
            "http://localhost/applications/a1",
            "Because.",
            "Preferences",
            "http://localhost/preferences");

    @Test
    void whatComesFromOutsideIsEscapedInHtml() {
        assertThat(MAIL.html())
                .contains("<h1 style=\"font-size: 1.25em\">News of &lt;b&gt;“A &amp; B”&lt;/b&gt;</h1>")
                .contains("<html lang=\"en\">")
                .contains("<a href=\"http://localhost/applications/a1\">Open</a>");
    }

    @Test
    void plainTextSaysTheSame() {
        assertThat(MAIL.plain())
                .startsWith(
                        "News of <b>“A & B”</b>\n\n100% of it.\n\nOpen:\nhttp://localhost/applications/a1\n\n-- \n");
    }
}
