package org.yol.localrun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registered accounts: one JSON object a line, and the last line about an account is what it is now. So a line more
 * is all that a registration or a change writes, and one that a crash has cut off is no line.
 */
final class AccountFile {

    /** An earlier release did not ask whose an address is: such a line says nothing of it. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;

    AccountFile(Path file) {
        this.file = file;
    }

    Collection<Account> read() {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try {
            Map<String, Account> byName = new LinkedHashMap<>();
            Files.readAllLines(file).stream()
                    .filter(line -> line.endsWith("}"))
                    .map(line -> json.readValue(line, Account.class))
                    .forEach(account -> byName.put(account.account(), account));
            return byName.values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is on the disk. */
    void append(Account account) {
        // After a line that was cut off this one begins anew.
        byte[] line = ("\n" + json.writeValueAsString(account) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
