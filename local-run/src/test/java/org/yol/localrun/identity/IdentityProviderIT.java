package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.yol.localrun.Port;
import org.yol.localrun.Ports;
import org.yol.localrun.mail.MailArchive;
import org.yol.localrun.web.LocalWebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderIT {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-accepted-by-anybody";
    private static final String REDIRECT = "http://localhost:18080/login/oauth2/code/yol";

    @TempDir
    static Path directory;

    private static LocalWebServer server;
    private static IdentitySettings settings;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = Ports.freeNumbers(2);
        settings = new IdentitySettings(directory.resolve("identity"), ports.getFirst(), 18080, ports.getLast());
        server = new LocalWebServer(
                settings,
                MailArchive.open(directory.resolve("mail"), Clock.systemUTC()),
                new Port(ports.getFirst(), "YOL_IDENTITY_PORT"),
                new Port(ports.getLast(), "YOL_MAIL_PORT"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
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
        while (codes.size() < 200) {
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
                .hasSize(200);
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

        assertThat(browser.get(location(answer)).body()).contains("do not belong together");
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
                .containsEntry("locale", "ru");

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

    private String signIn(String account) throws Exception {
        HttpResponse<String> page = browser.get(location(browser.get(authorizationUri())));
        HttpResponse<String> answer =
                browser.submit(page, Map.of("username", account, "password", DemoAccounts.passwordOf(account)));
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
