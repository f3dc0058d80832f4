package org.yol.witness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SplitView;
import org.yol.transparency.Tile;
import org.yol.transparency.TileReader;
import org.yol.transparency.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log at its address. Whatever does not come, or comes too slowly, too large or in another form, is a
 * {@link LogTrouble}. Nothing it says is believed here.
 */
final class RemoteLog implements TileReader, AutoCloseable {

    private static final int LONGEST_TEXT = SignedNote.LONGEST;
    private static final int LONGEST_BUNDLE = Tile.FULL * (2 + EntryBundle.LONGEST_ENTRY);
    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(10);

    private final URI address;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long an answer may take, with its body */
    RemoteLog(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** The checkpoint as it is now, not as a cache on the way had it. */
    SignedNote checkpoint() {
        return parsed("checkpoint", SignedNote::parse);
    }

    /** The key that signs. */
    VerifierKey firstKey() {
        return parsed(
                "keys",
                text -> VerifierKey.parse(
                        JsonMapper.shared().readTree(text).at("/keys/0").asString("")));
    }

    /** Where the log says that it has introduced keys: numbers of entries, which have to be looked at. */
    List<Long> introductions() {
        return parsed(
                "entries?kind=log-key&limit=100",
                text -> JsonMapper.shared().readTree(text).path("items").values().stream()
                        .map(entry -> entry.path("index").asLong(-1))
                        .filter(index -> index >= 0)
                        .toList());
    }

    @Override
    public byte[] read(Tile tile) {
        return whole(tile, tile.path(), Tile.FULL * Hash.BYTES);
    }

    /** The entries of a tile of level 0. */
    List<byte[]> entries(Tile tile) {
        try {
            return EntryBundle.decode(whole(tile, tile.entriesPath(), LONGEST_BUNDLE));
        } catch (IllegalArgumentException e) {
            throw new LogTrouble(tile.entriesPath() + " of the log is not in its form: " + e.getMessage());
        }
    }

    /** A log may have thrown a tile away that was not full, once it is. */
    private byte[] whole(Tile tile, String path, int longest) {
        HttpResponse<byte[]> answer = get(path, longest);
        if (answer.statusCode() == 404 && !tile.isFull()) {
            byte[] full = ok(path, get(path.substring(0, path.indexOf(".p/")), longest));
            return path.equals(tile.path()) && full.length == Tile.FULL * Hash.BYTES
                    ? Arrays.copyOf(full, tile.width() * Hash.BYTES)
                    : full;
        }
        return ok(path, answer);
    }

    /** Hands in a checkpoint with a cosignature. */
    void sendCosignature(SignedNote note) {
        post("cosignatures", note.toString());
    }

    /** Shows the log, and all who look at it, that it has signed two histories. */
    void sendEvidence(SplitView evidence) {
        post("evidence", evidence.toString());
    }

    private void post(String path, String text) {
        HttpRequest request = request(path)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(text))
                .build();
        ok(path, send(path, request, LONGEST_TEXT));
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private <T> T parsed(String path, Parser<T> parser) {
        byte[] body = ok(path, get(path, LONGEST_TEXT));
        try {
            return parser.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new LogTrouble(path + " of the log is not in its form: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private HttpResponse<byte[]> get(String path, int longest) {
        return send(
                path, request(path).header("Cache-Control", "no-cache").GET().build(), longest);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/" + path))
                .timeout(patience)
                .header("User-Agent", "yol-witness");
    }

    /** The request's own time-out ends with the headers; a body that drips must not keep a witness for ever either. */
    private HttpResponse<byte[]> send(String path, HttpRequest request, int longest) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new LogTrouble("The log did not answer " + path + " within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new LogTrouble("The log is away: " + reason(e.getCause()) + " (" + request.uri() + ")");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new LogTrouble("Interrupted");
        }
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }

    private byte[] ok(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        throw new LogTrouble(
                "The log answered " + answer.statusCode() + " to " + path + detail(answer.body()),
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("[0-9]{1,6}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .filter(wait -> wait.compareTo(LONGEST_REFUSAL) < 0)
                        .orElse(Duration.ZERO));
    }

    /** What a problem (RFC 9457) says, where the answer is one. */
    private static String detail(byte[] body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            String said = problem.path("detail").asString(problem.path("title").asString(""));
            return said.isEmpty() ? "" : ": " + said;
        } catch (JacksonException e) {
            return "";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
