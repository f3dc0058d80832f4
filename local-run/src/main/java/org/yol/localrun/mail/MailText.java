package org.yol.localrun.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the pages show out of a MIME message. Anybody may send anything: what can't be read is an unreadable mail
 * and no error, because the platform has to start with it.
 */
final class MailText {

    private static final Logger LOG = LoggerFactory.getLogger(MailText.class);

    /** Addresses may be in every script (RFC 6532), as the SMTP server takes them. */
    private static final Session SESSION = Session.getInstance(allowUtf8());

    /** More than any mail program nests; endlessly nested parts would take the whole stack. */
    private static final int DEEPEST = 20;

    private MailText() {}

    static Mail parse(String id, Instant at, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(SESSION, in);
            return new Mail(
                    id,
                    true,
                    addresses(message.getFrom()).stream().findFirst().orElse(null),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    message.getSubject(),
                    at,
                    text(message, 0),
                    message.getMessageID());
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warn("The mail {} can't be read: {}", id, e.toString());
            return Mail.unreadable(id, at);
        }
    }

    private static Properties allowUtf8() {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        return properties;
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Stream.of(addresses)
                        .map(InternetAddress.class::cast)
                        .map(InternetAddress::getAddress)
                        .toList();
    }

    private static String text(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            throw new MessagingException("more than " + DEEPEST + " parts within each other");
        }
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = text(inner, depth + 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
