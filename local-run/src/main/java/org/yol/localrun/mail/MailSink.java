package org.yol.localrun.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.util.StreamProvider;
import java.util.List;
import java.util.Map;
import org.yol.localrun.Port;
import org.yol.localrun.Resource;

/** An SMTP server that accepts every mail and puts it into the archive before it says so. */
public final class MailSink implements Resource {

    static {
        // Else Jakarta Mail looks for it in all jars, several times for each mail.
        System.setProperty(StreamProvider.class.getName(), "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final Port port;
    private final GreenMail server;

    /**
     * @param port where SMTP clients connect, on the loopback address only
     * @param archive where mails go
     */
    public MailSink(Port port, MailArchive archive) {
        this.port = port;
        this.server = new GreenMail(new ServerSetup(port.number(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> new ArchiveMailbox(archive));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public Map<String, String> offers() {
        return Map.of("SMTP_HOST", "localhost", "SMTP_PORT", Integer.toString(port.number()));
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
