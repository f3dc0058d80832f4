package org.yol.localrun.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Everybody's mailbox: the archive, and not the memory where the SMTP server would keep mails otherwise. */
final class ArchiveMailbox implements GreenMailUser {

    private static final String NAME = "archive";

    private final MailArchive archive;

    ArchiveMailbox(MailArchive archive) {
        this.archive = archive;
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            archive.add(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the mail can't be kept", e);
        }
    }

    @Override
    public String getEmail() {
        return NAME;
    }

    @Override
    public String getLogin() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return NAME;
    }

    @Override
    public void create() {
        // Nothing to prepare: the archive takes mail for everybody.
    }

    @Override
    public void delete() {
        // Mailboxes are never removed here.
    }

    @Override
    public void setPassword(String password) {
        // Nobody signs in to the sink.
    }

    @Override
    public void authenticate(String password) {
        // Nobody signs in to the sink.
    }
}
