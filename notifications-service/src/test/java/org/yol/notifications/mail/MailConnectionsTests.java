package org.yol.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.yol.notifications.NotificationsProperties;
import org.yol.notifications.mail.ScriptedMailServer.Whim;

class MailConnectionsTests {

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final JavaMailSenderImpl sender = sender(server.port());
    private final MailConnections connections = new MailConnections(
            sender,
            new NotificationsProperties(
                    URI.create("https://yol.example"),
                    "no-reply@yol.example",
                    Duration.ofMinutes(5),
                    2,
                    10,
                    5,
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(15)));

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return sender;
    }

    @AfterEach
    void close() {
        connections.close();
        server.close();
    }

    @Test
    void hundredMailsGoOverOneConnectionAndTheNextOverAnother() throws MessagingException {
        for (int i = 0; i < 100; i++) {
            connections.send(mail("<" + i + "@yol>"));
        }
        assertThat(server.connections()).isOne();

        connections.send(mail("<100@yol>"));

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.taken())
                .isEqualTo(IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> "<" + i + "@yol>")
                        .toList());
    }

    @Test
    void connectionThatTheServerClosedWhileIdleIsReplacedBeforeAMail() throws MessagingException {
        connections.send(mail("<first@yol>"));
        server.hangUpOnAll();

        connections.send(mail("<second@yol>"));

        assertThat(server.taken()).containsExactly("<first@yol>", "<second@yol>");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "DYING_BEFORE_THE_END", "REFUSING"})
    void mailThatWasNotTakenIsTriedAgainAndTakenOnce(Whim whim) throws MessagingException {
        connections.send(mail("<before@yol>"));
        server.next(whim);
        assertThatThrownBy(() -> connections.send(mail("<mail@yol>")))
                .isInstanceOfSatisfying(
                        MessagingException.class,
                        failure -> assertThat(SmtpRefusal.isForGood(failure)).isFalse());

        connections.send(mail("<mail@yol>"));

        assertThat(server.taken()).containsExactly("<before@yol>", "<mail@yol>");
    }

    @Test
    void mailWhoseAnswerWasLostComesAgainUnderTheSameId() throws MessagingException {
        server.next(Whim.DYING_BEFORE_THE_ANSWER);
        assertThatThrownBy(() -> connections.send(mail("<mail@yol>"))).isInstanceOf(MessagingException.class);

        connections.send(mail("<mail@yol>"));

        assertThat(server.taken()).isEqualTo(List.of("<mail@yol>", "<mail@yol>"));
    }

    @Test
    void noMoreConnectionsAreOpenThanAllowed() {
        List<Thread> senders = IntStream.range(0, 20)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    try {
                        connections.send(mail("<" + i + "@yol>"));
                    } catch (MessagingException failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .toList();

        Awaitility.await().until(() -> senders.stream().noneMatch(Thread::isAlive));

        assertThat(server.taken()).hasSize(20).doesNotHaveDuplicates();
        assertThat(server.connections()).isLessThanOrEqualTo(2);
        assertThat(connections.open()).isLessThanOrEqualTo(2);
    }

    private MimeMessage mail(String id) throws MessagingException {
        MimeMessage mail = sender.createMimeMessage();
        mail.setFrom(new InternetAddress("no-reply@yol.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("student@example.org"));
        mail.setSubject("A mail");
        mail.setText("Text.");
        mail.setHeader("Message-ID", id);
        return mail;
    }
}
