package org.yol.notifications.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.DestroyMode;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.yol.notifications.NotificationsProperties;

/**
 * The conversations with the mail server, each used for mail after mail: to greet, encrypt and sign in takes longer
 * than a mail. Before a mail the server is asked whether it still listens, since it may have closed what was idle.
 */
@Component
class MailConnections {

    private static final Logger LOG = LoggerFactory.getLogger(MailConnections.class);

    /** Many servers end a conversation that goes on for longer, in the middle of the next mail. */
    private static final int MAILS_EACH = 100;

    /** Below what servers wait for the next mail: one minute at the least where it is usual, five by RFC 5321. */
    private static final Duration IDLE_AT_MOST = Duration.ofSeconds(30);

    private static final Duration LOOK_FOR_IDLE = Duration.ofSeconds(10);

    static {
        // Else Jakarta Mail looks for it in all jars, several times for each mail: a twelfth of what a message costs.
        System.setProperty(StreamProvider.class.getName(), "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final GenericObjectPool<Connection> pool;

    MailConnections(JavaMailSenderImpl server, NotificationsProperties properties) {
        GenericObjectPoolConfig<Connection> settings = new GenericObjectPoolConfig<>();
        settings.setMaxTotal(properties.mailsAtOnce());
        settings.setMaxIdle(properties.mailsAtOnce());
        settings.setTestOnBorrow(true);
        settings.setMinEvictableIdleDuration(IDLE_AT_MOST);
        settings.setTimeBetweenEvictionRuns(LOOK_FOR_IDLE);
        settings.setJmxEnabled(false);
        this.pool = new GenericObjectPool<>(new Connecting(server), settings);
    }

    /**
     * Hands a mail to the server.
     *
     * @throws MessagingException when the server cannot be reached or does not take it; it may have taken it all the
     *     same when the line broke before its word on it came
     */
    void send(MimeMessage mail) throws MessagingException {
        Connection connection = borrow();
        try {
            connection.send(mail);
        } catch (MessagingException | RuntimeException failure) {
            // Nobody knows in which state the conversation is now.
            invalidate(connection);
            throw failure;
        }
        pool.returnObject(connection);
    }

    private Connection borrow() throws MessagingException {
        try {
            return pool.borrowObject();
        } catch (MessagingException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void invalidate(Connection connection) {
        try {
            pool.invalidateObject(connection, DestroyMode.ABANDONED);
        } catch (Exception ending) {
            throw new IllegalStateException(ending);
        }
    }

    /** So many conversations are open, in use or idle. */
    int open() {
        return pool.getNumActive() + pool.getNumIdle();
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    private static final class Connection {

        private final Transport transport;
        private int sent;

        Connection(Transport transport) {
            this.transport = transport;
        }

        void send(MimeMessage mail) throws MessagingException {
            String id = mail.getMessageID();
            mail.saveChanges();
            // Saving gives it another.
            mail.setHeader("Message-ID", id);
            transport.sendMessage(mail, mail.getAllRecipients());
            sent++;
        }

        boolean isGood() {
            return sent < MAILS_EACH && transport.isConnected();
        }
    }

    private static final class Connecting extends BasePooledObjectFactory<Connection> {

        private final JavaMailSenderImpl server;

        Connecting(JavaMailSenderImpl server) {
            this.server = server;
        }

        @Override
        public Connection create() throws MessagingException {
            String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
            Transport transport = server.getSession().getTransport(protocol);
            boolean signsIn = StringUtils.hasLength(server.getUsername());
            transport.connect(
                    server.getHost(),
                    server.getPort(),
                    signsIn ? server.getUsername() : null,
                    signsIn ? server.getPassword() : null);
            return new Connection(transport);
        }

        @Override
        public PooledObject<Connection> wrap(Connection connection) {
            return new DefaultPooledObject<>(connection);
        }

        @Override
        public boolean validateObject(PooledObject<Connection> pooled) {
            return pooled.getObject().isGood();
        }

        @Override
        public void destroyObject(PooledObject<Connection> pooled) {
            try {
                pooled.getObject().transport.close();
            } catch (MessagingException gone) {
                LOG.debug("The mail server did not wait for the end", gone);
            }
        }
    }
}
