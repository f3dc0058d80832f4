package org.yol.localrun.identity;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends the links of an account to its address, in its language, and no address more than a few. */
final class AccountMails {

    private static final Logger log = LoggerFactory.getLogger(AccountMails.class);

    private final JavaMailSender sender;
    private final MessageSource texts;
    private final AccountLinks links;
    private final IdentitySettings settings;

    /** By address: whoever writes down a stranger's can't have them flooded. */
    private final Attempts mails = new Attempts(5, Duration.ofHours(1));

    AccountMails(JavaMailSender sender, MessageSource texts, AccountLinks links, IdentitySettings settings) {
        this.sender = sender;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
    }

    /**
     * Sends a link in the background: how long an answer takes does not tell whether there is an account.
     *
     * @return false when the address has had enough of them for now
     */
    boolean send(AccountLink link, Account account) {
        if (!mails.take(account.email())) {
            return false;
        }
        SimpleMailMessage mail = mail(link, account);
        Thread.ofVirtual().name("account-mail").start(() -> deliver(mail));
        return true;
    }

    private SimpleMailMessage mail(AccountLink link, Account account) {
        Locale locale = Locale.forLanguageTag(account.locale());
        String address = UriComponentsBuilder.fromUriString(settings.issuer())
                .path(link.path())
                .queryParam("lang", account.locale())
                .queryParam("word", links.word(link, account))
                .toUriString();
        String kind = "mail." + link.name().toLowerCase(Locale.ROOT).replace('_', '-');
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("Yol <no-reply@yol.example.org>");
        mail.setTo(account.email());
        mail.setSubject(texts.getMessage(kind + ".subject", null, locale));
        mail.setText(
                texts.getMessage(kind + ".text", new Object[] {account.name(), account.account(), address}, locale));
        return mail;
    }

    private void deliver(SimpleMailMessage mail) {
        try {
            sender.send(mail);
        } catch (MailException e) {
            log.warn("a mail about an account could not be sent; it can be asked for again", e);
        }
    }
}
