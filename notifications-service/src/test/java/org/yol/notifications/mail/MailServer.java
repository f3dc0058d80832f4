package org.yol.notifications.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that can go away and come back at the same port, then with empty mailboxes. */
@TestConfiguration(proxyBeanMethods = false)
public class MailServer {

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), null, ServerSetup.PROTOCOL_SMTP));

    MailServer() {
        server.start();
    }

    @Bean
    DynamicPropertyRegistrar mailServerAddress() {
        int port = server.getSmtp().getPort();
        return properties -> properties.add("spring.mail.port", () -> port);
    }

    void goesAway() {
        server.stop();
    }

    void comesBack() {
        server.start();
    }

    /** What has arrived for an address. */
    List<MimeMessage> mailsTo(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
