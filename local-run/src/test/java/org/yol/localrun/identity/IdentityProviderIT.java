package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.yol.localrun.identity.Browser.location;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;
import org.yol.localrun.mail.MailArchive;
import org.yol.localrun.mail.MailSink;
import org.yol.localrun.web.LocalWebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderIT {

    private static final int MORE_THAN_A_HUNDRED = 110;
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-accepted-by-anybody";
    private static final String REDIRECT = "http://localhost:18080/login/oauth2/code/yol";

    @TempDir
    static Path directory;

    private static MailArchive mails;
    private static MailSink sink;
    private static LocalWebServer server;
    private static IdentitySettings settings;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = Ports.freeNumbers(3);
        settings = new IdentitySettings(
                directory.resolve("identity"), ports.getFirst(), 18080, ports.get(1), ports.getLast());
        mails = MailArchive.open(directory.resolve("mail"), Clock.systemUTC());
        sink = new MailSink(new Port(ports.getLast(), "YOL_SMTP_PORT"), mails);
        sink.start();
        server = new LocalWebServer(
                settings,
                mails,
                new Port(ports.getFirst(), "YOL_IDENTITY_PORT"),
                new Port(ports.get(1), "YOL_MAIL_PORT"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        sink.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void publishesItsConfiguration() throws Exception {
        JsonNode configuration = json(browser.get(settings.issuer() + "/.well-known/openid-configuration"));

        assertThat(configuration.get("issuer").asString()).isEqualTo(settings.issuer());
        assertThat(configuration.get("end_session_endpoint").asString()).startsWith(settings.issuer());
        assertThat(configuration.get("code_challenge_methods_supported").get(0).asString())
                .isEqualTo("S256");
    }

    @Test
    void signsInWithCodeAndProofKeyAndTellsWhoItIs() throws Exception {
        String code = signIn("tanaka");

        SignedJWT token =
                SignedJWT.parse(redeem(code, VERIFIER).get("access_token").asString());

        assertThat(token.verify(
                        new RSASSAVerifier(publicKey().getKeys().getFirst().toRSAKey())))
                .isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("iss", settings.issuer())
                .containsEntry("sub", "tanaka")
                .containsEntry("name", "Haruka Tanaka")
                .containsEntry("email", "tanaka@example.org")
                .containsEntry("email_verified", true)
                .containsEntry("locale", "ja")
                .containsEntry("roles", List.of("reviewer"))
                .containsEntry("organization", "jp-university-of-tsukuba")
                .doesNotContainKey("country");
    }

    @Test
    void givesNoTokenForACodeWithoutItsVerifier() throws Exception {
        String code = signIn("aigerim");

        assertThat(redeem(code, "somebody-elses-verifier-that-is-just-as-long-as-it-has-to-be")
                        .get("error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    /** Spring's own service in memory forgets the first of more than a hundred, and fails when some come at once. */
    @Test
    void givesEverybodyTokensWhoSignsInInTheSameMinute() throws Exception {
        List<String> codes = new ArrayList<>();
        codes.add(signIn("aigerim"));
        while (codes.size() < MORE_THAN_A_HUNDRED) {
            codes.add(codeIn(location(browser.get(authorizationUri()))));
        }

        List<Future<JsonNode>> tokens;
        try (ExecutorService everybody = Executors.newFixedThreadPool(64)) {
            tokens = everybody.invokeAll(codes.stream()
                    .<Callable<JsonNode>>map(code -> () -> redeem(code, VERIFIER))
                    .toList());
        }

        assertThat(tokens)
                .extracting(token -> token.get().has("refresh_token"))
                .containsOnly(true)
                .hasSize(MORE_THAN_A_HUNDRED);
        String renewed = refresh(tokens.getFirst().get().get("refresh_token").asString())
                .get("access_token")
                .asString();
        assertThat(SignedJWT.parse(renewed).getJWTClaimsSet().getSubject()).isEqualTo("aigerim");
        assertThat(redeem(codes.getLast(), VERIFIER).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void asksForAProofKey() throws Exception {
        String withoutChallenge = authorizationUri().replaceAll("&code_challenge=[^&]*", "");

        assertThat(location(browser.get(withoutChallenge))).startsWith(REDIRECT).contains("error=invalid_request");
    }

    @Test
    void tellsTheSameAboutAPersonAtTheUserInfoEndpoint() throws Exception {
        String token =
                redeem(signIn("authority-kz"), VERIFIER).get("access_token").asString();

        JsonNode person = json(browser.get(settings.issuer() + "/userinfo", "Authorization", "Bearer " + token));

        assertThat(person.get("sub").asString()).isEqualTo("authority-kz");
        assertThat(person.get("country").asString()).isEqualTo("KZ");
        assertThat(person.get("roles").get(0).asString()).isEqualTo("authority");
    }

    @Test
    void endsTheSessionWhenTheClientAsksForIt() throws Exception {
        String idToken = redeem(signIn("sato"), VERIFIER).get("id_token").asString();

        HttpResponse<String> answer = browser.get(settings.issuer() + "/connect/logout?"
                + Browser.encode(Map.of(
                        "id_token_hint",
                        idToken,
                        "post_logout_redirect_uri",
                        "http://localhost:18080/",
                        "state",
                        "s")));

        assertThat(location(answer)).startsWith("http://localhost:18080/");
        assertThat(location(browser.get(authorizationUri()))).contains("/login");
    }

    @Test
    void saysWhatIsWrongWithAPassword() throws Exception {
        HttpResponse<String> page = browser.get(settings.issuer() + "/login");
        HttpResponse<String> answer = browser.submit(page, Map.of("username", "aigerim", "password", "wrong"));

        assertThat(browser.get(location(answer)).body())
                .contains("do not belong together")
                .contains("value=\"aigerim\"");
    }

    @Test
    void namesWithTooManyWrongPasswordsWaitEvenForTheRightOne() throws Exception {
        String login = settings.issuer() + "/login";
        for (int guess = 0; guess < 5; guess++) {
            browser.submit(browser.get(login), Map.of("username", "Yuki", "password", "guess " + guess));
        }

        String answer = location(browser.submit(
                browser.get(login), Map.of("username", "yuki", "password", DemoAccounts.passwordOf("yuki"))));

        assertThat(browser.get(answer).body()).contains("Too many wrong passwords");
        assertThat(signIn("nurlan")).isNotEmpty();
    }

    @Test
    void addressIsConfirmedByTheLinkInAMailAndChangedByAnother() throws Exception {
        Browser student = register("aizhan");
        String link = link("aizhan@example.org");
        assertThat(student.get(settings.issuer() + "/account").body()).contains("aizhan@example.org", "not confirmed");

        // Looking at it, as programs do that look after mails, confirms nothing.
        HttpResponse<String> page = browser.get(link);
        assertThat(page.body()).contains("Is aizhan@example.org your address");
        assertThat(claimsOf("aizhan")).containsEntry("email_verified", false);
        assertThat(browser.submit(page, Map.of("word", wordIn(link))).body()).contains("is confirmed");
        assertThat(browser.get(link).body()).contains("is confirmed");
        assertThat(claimsOf("aizhan")).containsEntry("email_verified", true);

        HttpResponse<String> wrong = student.submit(
                student.get(settings.issuer() + "/account"),
                Map.of("email", "other@example.org", "password", "not the right one"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("not your password");
        student.submit(
                student.get(settings.issuer() + "/account"),
                Map.of("email", "other@example.org", "password", "a long enough one"));

        assertThat(claimsOf("aizhan"))
                .containsEntry("email", "other@example.org")
                .containsEntry("email_verified", false);
        assertThat(browser.get(link).body()).contains("too old, or it has been used");
        assertThat(link("other@example.org")).contains("/email/confirm");
    }

    @Test
    void newPasswordComesByALinkThatWorksOnceAndEndsWhatWasSignedInBefore() throws Exception {
        register("gulsara");
        JsonNode before = redeem(signIn("gulsara", "a long enough one"), VERIFIER);
        for (int guess = 0; guess < 5; guess++) {
            browser.submit(
                    browser.get(settings.issuer() + "/login"), Map.of("username", "gulsara", "password", "guess"));
        }
        HttpResponse<String> forgotten = browser.get(settings.issuer() + "/password/forgotten");
        String sent = location(browser.submit(forgotten, Map.of("who", "GULSARA@example.org ")));
        String link = link("gulsara@example.org", "/password/new");

        assertThat(browser.submit(browser.get(link), Map.of("word", wordIn(link), "password", "short"))
                        .body())
                .contains("Use at least 10 characters");
        HttpResponse<String> page = browser.get(link);
        browser.submit(page, Map.of("word", wordIn(link), "password", "quite another one"));

        assertThat(browser.submit(page, Map.of("word", wordIn(link), "password", "one more of them"))
                        .body())
                .contains("too old, or it has been used");
        assertThat(refresh(before.get("refresh_token").asString()).get("error").asString())
                .isEqualTo("invalid_grant");
        assertThat(claimsOf("gulsara")).containsEntry("email_verified", true);
        try (Browser again = new Browser()) {
            assertThat(signIn(again, "gulsara", "quite another one")).isNotEmpty();
        }
        // What is said of an account that there is not is the same.
        assertThat(location(browser.submit(forgotten, Map.of("who", "nobody")))).isEqualTo(sent);
        assertThat(location(browser.submit(forgotten, Map.of("who", "sato")))).isEqualTo(sent);
        assertThat(mails.all()).noneMatch(mail -> mail.to().contains("sato@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "a.b.c"})
    void linksThatNobodyHasSentAllowNothing(String word) throws Exception {
        for (String path : List.of("/email/confirm", "/password/new")) {
            assertThat(browser.get(settings.issuer() + path + "?word=" + word).body())
                    .contains("too old, or it has been used");
        }
    }

    @Test
    void tokenIsNoWordOfALinkAndAWordIsNoToken() throws Exception {
        String token = TokenCommand.token(settings.directory(), settings.port(), "sato");
        register("zarina");

        assertThat(browser.get(settings.issuer() + "/password/new?word=" + token)
                        .body())
                .contains("too old, or it has been used");
        assertThat(SignedJWT.parse(wordIn(link("zarina@example.org")))
                        .getJWTClaimsSet()
                        .getAudience())
                .doesNotContain(IdentityConfiguration.CLIENT_ID);
    }

    @Test
    void addressGetsNoMoreThanAFewMails() throws Exception {
        Browser student = register("leyla");
        String answer = "";
        for (int time = 0; time < 5; time++) {
            answer = location(student.post(
                    settings.issuer() + "/account/confirmation",
                    Map.of("_csrf", student.csrf(settings.issuer() + "/account"))));
        }

        assertThat(answer).endsWith("/account?enough");
        await().untilAsserted(() -> assertThat(mails.all())
                .filteredOn(mail -> mail.to().contains("leyla@example.org"))
                .hasSize(5));
    }

    @Test
    void fillsTheFormWithAChosenDemoAccount() throws Exception {
        assertThat(browser.get(settings.issuer() + "/login?account=dilnoza").body())
                .contains("value=\"dilnoza\"")
                .contains("value=\"dilnoza-yol\"");
    }

    @ParameterizedTest
    @CsvSource({"en,University of Tsukuba", "ja,筑波大学", "ru,Цукубский университет"})
    void namesTheOrganisationsOfDemoAccounts(String language, String organisation) throws Exception {
        HttpResponse<String> login = browser.get(location(browser.get(authorizationUri() + "&ui_locales=" + language)));

        assertThat(login.body()).contains("<small>" + organisation).doesNotContain("<small>jp-");
    }

    @ParameterizedTest
    @CsvSource({"ja,ログイン", "ru,Вход", "en,Sign in", "kk,Кіру", "uz-UZ,Kirish", "fr,Sign in"})
    void speaksTheLanguageTheClientAsksFor(String language, String title) throws Exception {
        HttpResponse<String> login = browser.get(location(browser.get(authorizationUri() + "&ui_locales=" + language)));

        assertThat(login.body()).contains("<h1 id=\"title\">" + title);
    }

    @Test
    void registersAStudentWhoIsSignedInAtOnceAndAgainAfterARestart() throws Exception {
        browser.get(authorizationUri());
        HttpResponse<String> page = browser.get(settings.issuer() + "/register");
        HttpResponse<String> answer = browser.submit(page, registration());

        String code = UriComponentsBuilder.fromUriString(location(browser.get(location(answer))))
                .build()
                .getQueryParams()
                .getFirst("code");
        SignedJWT token =
                SignedJWT.parse(redeem(code, VERIFIER).get("access_token").asString());
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("sub", "gulnara")
                .containsEntry("roles", List.of("student"))
                .containsEntry("country", "KG")
                .containsEntry("locale", "ru")
                .containsEntry("email_verified", false);

        Accounts afterRestart =
                new Accounts(new AccountFile(settings.directory().resolve("accounts.jsonl")));
        assertThat(afterRestart.find("gulnara"))
                .get()
                .satisfies(account -> assertThat(account.password()).startsWith("{bcrypt}"));
    }

    @ParameterizedTest
    @CsvSource({
        "account,A,3 to 30 small letters",
        "account,sato,has this user name already",
        "name,'',Write your name",
        "name,\u200B,Write your name",
        "name,Aida\u202Eova,Write your name",
        "email,tanaka@example.org,an account with this address already",
        "email,nobody,Write an e-mail address",
        "country,DE,Choose your country",
        "language,fr,Choose one of the languages",
        "password,short,Use at least 10 characters"
    })
    void saysWhatIsWrongWithARegistration(String field, String value, String message) throws Exception {
        Map<String, String> fields = registration();
        fields.put("account", "somebody-new");
        fields.put(field, value);

        HttpResponse<String> answer = browser.submit(browser.get(settings.issuer() + "/register"), fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(message).contains("aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Latin letters,another address of yours",
        "ja,半角の英字,別のアドレス",
        "ru,только латинские буквы,другой свой адрес"
    })
    void saysInEachLanguageWhichAddressMailCanBeSentTo(String language, String what, String instead) throws Exception {
        Map<String, String> fields = registration();
        fields.put("account", "somebody-new");
        fields.put("email", "почта@пример.рф");

        HttpResponse<String> answer =
                browser.submit(browser.get(settings.issuer() + "/register?lang=" + language), fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("name@example.org", what, instead);
    }

    @ParameterizedTest
    @CsvSource({
        "en,пароль-из-сорока-кириллических-букв-здесь,at most 72 Latin letters",
        "ja,これは二十五文字の長い日本語のパスワードですから長い,日本語の文字なら24文字以内",
        "ru,пароль-из-сорока-кириллических-букв-здесь,36 букв кириллицы"
    })
    void saysInEachLanguageThatAPasswordIsTooLong(String language, String password, String message) throws Exception {
        Map<String, String> fields = registration();
        fields.put("account", "somebody-new");
        fields.put("password", password);

        HttpResponse<String> answer =
                browser.submit(browser.get(settings.issuer() + "/register?lang=" + language), fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void takesAPasswordOf72Bytes() throws Exception {
        Map<String, String> fields = registration();
        fields.put("account", "ainura");
        fields.put("email", "ainura@example.org");
        fields.put("password", "пароль".repeat(6));

        HttpResponse<String> answer = browser.submit(browser.get(settings.issuer() + "/register"), fields);

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAFormFromAnotherSite() throws Exception {
        assertThat(browser.post(settings.issuer() + "/register", registration()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void makesTokensForScriptsThatKnowTheSecret() throws Exception {
        String token = TokenCommand.token(settings.directory(), settings.port(), "karimov");

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("organization"))
                .isEqualTo("el-yurt-umidi");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.directory().resolve("token-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesNoTokensForAnybodyElse() throws Exception {
        String uri = settings.issuer() + "/internal/tokens";

        assertThat(browser.post(uri, Map.of("account", "sato")).statusCode()).isEqualTo(401);
        assertThat(browser.post(uri, Map.of("account", "sato"), "Authorization", "Bearer guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhichAccountsThereAre() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TokenCommand.token(settings.directory(), settings.port(), "nobody"))
                .withMessageContaining("aigerim");
    }

    @Test
    void saysWhenThePlatformIsNotRunning() {
        int free = Ports.freeNumbers(1).getFirst();

        assertThatIllegalStateException()
                .isThrownBy(() -> TokenCommand.token(settings.directory(), free, "sato"))
                .withMessageContaining("./run");
    }

    @Test
    void keepsItsKey() {
        assertThat(SigningKey.readOrCreate(settings.directory().resolve("signing-key.json")))
                .isEqualTo(SigningKey.readOrCreate(settings.directory().resolve("signing-key.json")));
    }

    private Browser register(String account) throws Exception {
        Map<String, String> fields = registration();
        fields.put("account", account);
        fields.put("email", account + "@example.org");
        fields.put("language", "en");
        Browser student = new Browser();
        assertThat(student.submit(student.get(settings.issuer() + "/register"), fields)
                        .statusCode())
                .isEqualTo(302);
        return student;
    }

    private static Map<String, Object> claimsOf(String account) throws Exception {
        return SignedJWT.parse(TokenCommand.token(settings.directory(), settings.port(), account))
                .getJWTClaimsSet()
                .getClaims();
    }

    private static String link(String address) {
        return link(address, "/email/confirm");
    }

    private static String link(String address, String path) {
        Pattern link = Pattern.compile("http://\\S+" + path + "\\S+");
        return await().until(
                        () -> mails.all().stream()
                                .filter(mail -> mail.to().contains(address))
                                .map(mail -> link.matcher(mail.text()))
                                .filter(Matcher::find)
                                .map(Matcher::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String wordIn(String link) {
        return UriComponentsBuilder.fromUriString(link).build().getQueryParams().getFirst("word");
    }

    private String signIn(String account) throws Exception {
        return signIn(account, DemoAccounts.passwordOf(account));
    }

    private String signIn(String account, String password) throws Exception {
        return signIn(browser, account, password);
    }

    private static String signIn(Browser browser, String account, String password) throws Exception {
        HttpResponse<String> page = browser.get(location(browser.get(authorizationUri())));
        HttpResponse<String> answer = browser.submit(page, Map.of("username", account, "password", password));
        String back = location(browser.get(location(answer)));
        assertThat(back).startsWith(REDIRECT);
        return codeIn(back);
    }

    private static String codeIn(String back) {
        return UriComponentsBuilder.fromUriString(back).build().getQueryParams().getFirst("code");
    }

    private JsonNode redeem(String code, String verifier) throws Exception {
        return tokens(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", verifier));
    }

    private JsonNode refresh(String token) throws Exception {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private JsonNode tokens(Map<String, String> request) throws Exception {
        String credentials =
                IdentityConfiguration.CLIENT_ID + ":" + settings.clientSecret().value();
        return json(browser.post(
                settings.issuer() + "/oauth2/token",
                request,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }

    private static String authorizationUri() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return settings.issuer() + "/oauth2/authorize?"
                + Browser.encode(new TreeMap<>(Map.of(
                        "response_type", "code",
                        "client_id", IdentityConfiguration.CLIENT_ID,
                        "redirect_uri", REDIRECT,
                        "scope", "openid profile",
                        "state", "s",
                        "code_challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                        "code_challenge_method", "S256")));
    }

    private JWKSet publicKey() throws Exception {
        return JWKSet.load(URI.create(settings.issuer() + "/oauth2/jwks").toURL());
    }

    private static Map<String, String> registration() {
        return new HashMap<>(Map.of(
                "account", "gulnara",
                "name", "Gulnara Osmonova",
                "email", "gulnara@example.org",
                "country", "KG",
                "language", "ru",
                "password", "a long enough one"));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
