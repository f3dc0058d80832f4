package org.yol.localrun.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MailArchiveTests {

    @TempDir
    Path directory;

    @BeforeEach
    void keepAGoodMail() throws Exception {
        Files.writeString(directory.resolve("000000000000001.eml"), "To: yuki@example.org\r\n\r\nHello\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void opensWhateverAMailLooksLike(MalformedMail malformed) throws Exception {
        Files.writeString(directory.resolve("000000000000002.eml"), malformed.source());

        MailArchive archive = MailArchive.open(directory, Clock.systemUTC());

        assertThat(archive.all()).extracting(Mail::id).containsExactly("000000000000002", "000000000000001");
        assertThat(archive.to("yuki@example.org")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RECIPIENT_IN_A_DOMAIN_OF_OTHER_LETTERS",
                "BROKEN_ENCODED_WORD",
                "NO_HEADERS",
                "NOTHING",
                "UNFINISHED_MULTIPART"
            },
            mode = Mode.EXCLUDE)
    void callsAMailUnreadableThatIsNotWrittenAsMailsAre(MalformedMail malformed) throws Exception {
        Files.writeString(directory.resolve("000000000000002.eml"), malformed.source());

        MailArchive archive = MailArchive.open(directory, Clock.systemUTC());

        assertThat(archive.find("000000000000002")).hasValueSatisfying(mail -> {
            assertThat(mail.readable()).isFalse();
            assertThat(mail.at()).isEqualTo(Instant.ofEpochMilli(2));
        });
        assertThat(archive.find("000000000000001"))
                .hasValueSatisfying(mail -> assertThat(mail.readable()).isTrue());
    }

    @Test
    void findsAMailToADomainOfOtherLetters() throws Exception {
        Files.writeString(
                directory.resolve("000000000000002.eml"),
                MalformedMail.RECIPIENT_IN_A_DOMAIN_OF_OTHER_LETTERS.source());

        assertThat(MailArchive.open(directory, Clock.systemUTC()).to("почта@пример.рф"))
                .extracting(Mail::text)
                .containsExactly("Hello\r\n");
    }

    @Test
    void takesNoFileForAMailThatIsNotNamedAsOne() throws Exception {
        Files.writeString(directory.resolve("saved by hand.eml"), "Subject: Hello\r\n\r\n");
        Files.writeString(directory.resolve("000000000000002.part"), "Subject: Hel");

        assertThat(MailArchive.open(directory, Clock.systemUTC()).all())
                .extracting(Mail::id)
                .containsExactly("000000000000001");
    }
}
