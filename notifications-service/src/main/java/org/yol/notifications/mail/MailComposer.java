package org.yol.notifications.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.yol.contracts.Language;
import org.yol.contracts.RefereeAddressed;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.message.Message;
import org.yol.notifications.message.MessageWords;
import org.yol.notifications.message.Particulars;
import org.yol.notifications.message.Words;
import org.yol.notifications.recipient.Recipient;
import org.yol.platform.time.WrittenTime;

/** Writes a message as a mail: text and HTML, both in the recipient's language. */
@Component
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MessageWords words;
    private final MessageSource texts;
    private final JavaMailSender server;
    private final NotificationsProperties properties;
    private final InternetAddress sender;

    /** @throws AddressException for a wrongly set sender: better no start than no mail */
    MailComposer(MessageWords words, MessageSource texts, JavaMailSender server, NotificationsProperties properties)
            throws AddressException {
        this.words = words;
        this.texts = texts;
        this.server = server;
        this.properties = properties;
        this.sender = new InternetAddress(properties.mailFrom(), true);
    }

    /**
     * The mail, the same each time: a second sending after a crash carries the same Message-ID, so that mail programs
     * show one.
     *
     * @throws MessagingException when the recipient's address is none
     */
    MimeMessage compose(Message message, Recipient recipient) throws MessagingException {
        return compose(message.id(), recipient.address(), message.at(), recipient.language(), text(message, recipient));
    }

    /**
     * The same for a referee, who has no account: nothing in it leads to preferences.
     *
     * @throws MessagingException when the referee's address is none
     */
    MimeMessage compose(RefereeMail mail, RefereeAddressed referee) throws MessagingException {
        return compose(mail.id(), referee.address(), mail.at(), referee.language(), text(mail, referee));
    }

    private MimeMessage compose(String id, String address, Instant at, Language language, MailText text)
            throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        mail.setFrom(sender);
        mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
        mail.setSubject(text.words().title(), UTF_8);
        mail.setSentDate(Date.from(at));
        mail.setHeader("Message-ID", "<" + id + "@" + properties.publicUri().getHost() + ">");
        // Nobody's absence notice should come back (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContentLanguage(new String[] {language.toString()});
        mail.setContent(alternatives(text));
        return mail;
    }

    private static MimeMultipart alternatives(MailText text) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.plain(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text.html(), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private MailText text(Message message, Recipient recipient) {
        Locale locale = recipient.language().locale();
        return new MailText(
                recipient.language().toString(),
                words.of(message, recipient),
                texts.getMessage("mail.open", null, locale),
                properties.publicUri().resolve(message.link()).toString(),
                texts.getMessage("mail.why", null, locale),
                texts.getMessage("mail.preferences", null, locale),
                properties.publicUri().resolve("/preferences").toString());
    }

    private MailText text(RefereeMail mail, RefereeAddressed referee) {
        Locale locale = referee.language().locale();
        Object[] values = {
            referee.student(),
            Particulars.in(referee.language().toString(), referee.programmeTitle()),
            referee.name(),
            WrittenTime.of(referee.closes().atZone(ZoneId.of(referee.zone())), locale)
        };
        String key = "referee." + mail.mail();
        return new MailText(
                referee.language().toString(),
                new Words(
                        texts.getMessage(key + ".title", values, locale),
                        texts.getMessage(key + ".text", values, locale)),
                texts.getMessage("referee.open", null, locale),
                // Behind the # it is sent to no server, and so written into no log.
                properties.publicUri().resolve("/reference#" + referee.token()).toString(),
                texts.getMessage("referee.why", values, locale),
                null,
                null);
    }
}
