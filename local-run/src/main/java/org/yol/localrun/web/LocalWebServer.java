package org.yol.localrun.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.yol.localrun.Port;
import org.yol.localrun.Resource;
import org.yol.localrun.identity.IdentityConfiguration;
import org.yol.localrun.identity.IdentitySettings;
import org.yol.localrun.identity.TokenIssuer;
import org.yol.localrun.mail.MailArchive;
import org.yol.localrun.mail.MailPagesConfiguration;

/** The identity provider and the mail pages: two ports, one web server in this process. */
public final class LocalWebServer implements Resource {

    private final IdentitySettings settings;
    private final MailArchive archive;
    private final Port identity;
    private final Port mail;
    private @Nullable ConfigurableApplicationContext context;

    /**
     * @param settings of the identity provider
     * @param archive the mails to show
     * @param identity the provider's port
     * @param mail the port of the mail pages
     */
    public LocalWebServer(IdentitySettings settings, MailArchive archive, Port identity, Port mail) {
        this.settings = settings;
        this.archive = archive;
        this.identity = identity;
        this.mail = mail;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<Port> ports() {
        return List.of(identity, mail);
    }

    @Override
    public Map<String, String> offers() {
        return Map.of("OIDC_ISSUER_URI", settings.issuer());
    }

    @Override
    public synchronized void start() {
        context = new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                // The platform stops its resources itself, in its own order.
                .registerShutdownHook(false)
                .properties(Map.of("server.port", identity.number(), "server.address", "127.0.0.1"))
                .initializers((GenericApplicationContext it) -> {
                    it.registerBean(IdentitySettings.class, () -> settings);
                    it.registerBean(MailArchive.class, () -> archive);
                    it.registerBean("mailPort", Port.class, () -> mail);
                })
                .run();
    }

    /** Makes tokens while the server runs. */
    public synchronized TokenIssuer tokens() {
        if (context == null) {
            throw new IllegalStateException("the identity provider is not running");
        }
        return context.getBean(TokenIssuer.class);
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({IdentityConfiguration.class, MailPagesConfiguration.class})
    static class Application {}
}
