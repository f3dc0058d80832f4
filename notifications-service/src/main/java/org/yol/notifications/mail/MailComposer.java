package org.yol.notifications.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.message.Message;
import org.yol.notifications.message.MessageWords;
import org.yol.notifications.recipient.Recipient;

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
        MailText text = text(message, recipient);
        MimeMessage mail = server.createMimeMessage();
        mail.setFrom(sender);
        mail.setRecipient(RecipientType.TO, new InternetAddress(recipient.address(), true));
        mail.setSubject(text.words().title(), UTF_8);
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader(
                "Message-ID", "<" + message.id() + "@" + properties.publicUri().getHost() + ">");
        // Nobody's absence notice should come back (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContentLanguage(new String[] {recipient.language().toString()});
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
}
