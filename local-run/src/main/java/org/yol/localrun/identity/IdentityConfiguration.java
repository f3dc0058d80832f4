package org.yol.localrun.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The provider: who can sign in, which client may ask, what the tokens say. */
@Configuration(proxyBeanMethods = false)
@Import({
    SecurityConfiguration.class,
    PageLocale.class,
    SignInController.class,
    RegistrationController.class,
    EmailController.class,
    PasswordController.class,
    AccountController.class,
    TokenController.class
})
public class IdentityConfiguration {

    /** The gateway, the only client. */
    public static final String CLIENT_ID = "yol-gateway";

    @Bean
    Accounts accounts(IdentitySettings settings) {
        return new Accounts(new AccountFile(settings.directory().resolve("accounts.jsonl")));
    }

    @Bean
    Attempts signInAttempts() {
        return new Attempts(5, Duration.ofMinutes(5));
    }

    @Bean
    UserDetailsService users(Accounts accounts, Attempts signInAttempts) {
        return name -> accounts.find(name)
                .map(account -> User.withUsername(account.account())
                        .password(account.password())
                        .roles(account.roles().toArray(String[]::new))
                        .accountLocked(signInAttempts.areUsedUp(name))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(IdentitySettings settings) {
        String gateway = settings.gateway();
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT_ID)
                .clientId(CLIENT_ID)
                .clientName("Yol")
                .clientSecret("{noop}" + settings.clientSecret().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(gateway + "/login/oauth2/code/yol")
                .postLogoutRedirectUri(gateway)
                .postLogoutRedirectUri(gateway + "/")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(15))
                        .refreshTokenTimeToLive(Duration.ofHours(12))
                        .build())
                .build());
    }

    @Bean
    SignIns signIns() {
        return new SignIns();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentitySettings settings) {
        return new ImmutableJWKSet<>(
                new JWKSet(SigningKey.readOrCreate(settings.directory().resolve("signing-key.json"))));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        return new NimbusJwtEncoder(signingKeys);
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKeys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accountClaims(Accounts accounts) {
        return context -> accounts.find(context.getPrincipal().getName())
                .ifPresent(account -> context.getClaims().claims(claims -> claims.putAll(account.claims())));
    }

    @Bean
    TokenIssuer tokenIssuer(IdentitySettings settings, Accounts accounts, JwtEncoder jwtEncoder) {
        return new TokenIssuer(settings.issuer(), accounts, jwtEncoder, Clock.systemUTC());
    }

    @Bean
    AccountLinks accountLinks(Accounts accounts, JwtEncoder jwtEncoder, JwtDecoder jwtDecoder) {
        return new AccountLinks(accounts, jwtEncoder, jwtDecoder, Clock.systemUTC());
    }

    @Bean
    AccountMails accountMails(MessageSource texts, AccountLinks links, IdentitySettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(settings.smtpPort());
        sender.setDefaultEncoding("UTF-8");
        // None of them ends by itself otherwise.
        for (String waiting : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().put("mail.smtp." + waiting, "10000");
        }
        return new AccountMails(sender, texts, links, settings);
    }
}
