package org.yol.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class SmtpRefusalTests {

    private static final Address[] NONE = {};

    @Test
    void recipientThatDoesNotExistIsFinal() throws AddressException {
        Address[] unknown = {new InternetAddress("nobody@example.org")};
        var refused = new SendFailedException("550 no nobody@example.org", null, NONE, NONE, unknown);

        assertThat(SmtpRefusal.isForGood(refused)).isTrue();
        assertThat(SmtpRefusal.isForGood(new AddressException("no address"))).isTrue();
    }

    @Test
    void serverThatIsAwayOrBusyIsNot() throws AddressException {
        Address[] later = {new InternetAddress("busy@example.org")};
        var busy = new SendFailedException("451 later", null, NONE, later, NONE);
        var away = new MessagingException("no connection", new ConnectException("refused"));

        assertThat(SmtpRefusal.isForGood(busy)).isFalse();
        assertThat(SmtpRefusal.isForGood(away)).isFalse();
    }

    @Test
    void descriptionHoldsNoAddress() throws AddressException {
        var refused = new SendFailedException("550 no nobody@example.org");

        assertThat(SmtpRefusal.describe(refused))
                .contains("SendFailedException")
                .doesNotContain("@");
    }
}
