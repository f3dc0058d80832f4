package org.yol.localrun.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;
import org.yol.localrun.identity.IdentitySettings;
import org.yol.localrun.web.LocalWebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailSinkIT {

    private final List<Integer> ports = Ports.freeNumbers(3);
    private final Port smtp = new Port(ports.get(0), "YOL_SMTP_PORT");

    @TempDir
    Path directory;

    @Test
    void keepsMailsOverARestart() throws Exception {
        try (MailSink sink = new MailSink(smtp, archive())) {
            sink.start();
            send("yuki@example.org", "受付番号", "応募を受け付けました。");
            send("maral@example.org", "Receipt", "We have your application.");
        }

        MailArchive afterRestart = archive();
        assertThat(afterRestart.all()).extracting(Mail::subject).containsExactly("Receipt", "受付番号");
        assertThat(afterRestart.to("YUKI@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("応募を受け付けました。");
            assertThat(mail.messageId()).isNotBlank();
        });
    }

    @Test
    void showsThemOnPagesAndAsJson() throws Exception {
        MailArchive archive = archive();
        try (MailSink sink = new MailSink(smtp, archive);
                LocalWebServer web = webServer(archive)) {
            sink.start();
            web.start();
            send("nurlan@example.org", "<b>Offer</b>", "You have an offer.");

            JsonNode mails = JsonMapper.shared().readTree(get("/mails.json?to=nurlan@example.org"));
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).get("to").get(0).asString()).isEqualTo("nurlan@example.org");
            assertThat(mails.get(0).get("text").asString()).contains("You have an offer.");
            assertThat(get("/")).contains("&lt;b&gt;Offer&lt;/b&gt;").doesNotContain("<b>Offer");
            assertThat(get("/mails/" + mails.get(0).get("id").asString())).contains("You have an offer.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesWhateverIsSentOnceAndStartsWithItAgain(MalformedMail malformed) throws Exception {
        MailArchive archive = archive();
        try (MailSink sink = new MailSink(smtp, archive)) {
            sink.start();
            sendAsItIs(malformed.source());
        }

        assertThat(archive.all()).hasSize(1);
        assertThat(archive().all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at")
                .isEqualTo(archive.all());
    }

    @ParameterizedTest
    @CsvSource({"en,Unreadable mail,text editor", "ja,読み取れないメール,テキストエディター", "ru,Нечитаемое письмо,текстовым редактором"
    })
    void showsAnUnreadableMailAsUnreadable(String language, String title, String hint) throws Exception {
        MailArchive archive = archive();
        try (MailSink sink = new MailSink(smtp, archive);
                LocalWebServer web = webServer(archive)) {
            sink.start();
            web.start();
            sendAsItIs(MalformedMail.SENDER_OF_BRACKETS.source());

            String id = archive.all().getFirst().id();
            assertThat(get("/?lang=" + language)).contains(title);
            assertThat(get("/mails/" + id + "?lang=" + language))
                    .contains(title, hint)
                    .contains(directory.resolve("mail").resolve(id + ".eml").toString());
            assertThat(get("/mails.json")).contains("\"readable\":false");
        }
    }

    @Test
    void doesNotShowThePagesOfTheIdentityProvider() throws Exception {
        try (LocalWebServer web = webServer(archive())) {
            web.start();
            assertThat(status(ports.get(2), "/login")).isEqualTo(403);
            assertThat(status(ports.get(1), "/mails.json")).isNotEqualTo(200);
        }
    }

    private LocalWebServer webServer(MailArchive archive) {
        return new LocalWebServer(
                new IdentitySettings(
                        directory.resolve("identity"), ports.get(1), 18080, ports.get(2), ports.getFirst()),
                archive,
                new Port(ports.get(1), "YOL_IDENTITY_PORT"),
                new Port(ports.get(2), "YOL_MAIL_PORT"));
    }

    private MailArchive archive() throws Exception {
        return MailArchive.open(directory.resolve("mail"), Clock.systemUTC());
    }

    private void send(String to, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(smtpProperties()));
        message.setFrom(new InternetAddress("yol@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private void sendAsItIs(String source) throws Exception {
        Session session = Session.getInstance(smtpProperties());
        MimeMessage message = new MimeMessage(session) {
            @Override
            public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
                out.write(source.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void saveChanges() {
                // Nothing is added to it.
            }
        };
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, InternetAddress.parse("yuki@example.org"));
        }
    }

    private Properties smtpProperties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(smtp.number()));
        properties.put("mail.smtp.from", "yol@example.org");
        return properties;
    }

    private String get(String path) throws Exception {
        return send(ports.get(2), path).body();
    }

    private static int status(int port, String path) throws Exception {
        return send(port, path).statusCode();
    }

    private static HttpResponse<String> send(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept-Language", "en")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
