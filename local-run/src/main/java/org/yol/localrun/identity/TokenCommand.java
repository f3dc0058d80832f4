package org.yol.localrun.identity;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Asks the running provider for a token, as {@code ./run token <account>} does. */
public final class TokenCommand {

    private TokenCommand() {}

    /**
     * @param directory the provider's folder, which holds the secret
     * @param port the provider's port
     * @return an access token, valid for an hour
     * @throws IllegalStateException when there is none to be had; the message says what to do
     */
    public static String token(Path directory, int port, String account) throws IOException, InterruptedException {
        Path secretFile = directory.resolve("token-secret");
        if (!Files.exists(secretFile)) {
            throw notRunning(port);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/tokens"))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + SecretFile.readOrCreate(secretFile)
                                                    .value())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "account=" + URLEncoder.encode(account, StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> response.body();
                case 404 ->
                    throw new IllegalStateException("There is no account '" + account + "'. Demo accounts: "
                            + DemoAccounts.all().stream().map(Account::account).collect(Collectors.joining(", "))
                            + ".");
                default ->
                    throw new IllegalStateException("Port " + port + " answered " + response.statusCode()
                            + ": what runs there was not started from this folder's state (YOL_HOME).");
            };
        } catch (ConnectException e) {
            throw notRunning(port);
        }
    }

    private static IllegalStateException notRunning(int port) {
        return new IllegalStateException(
                "Yol is not running here (nothing answers on port " + port + "). Start it with ./run and try again.");
    }
}
