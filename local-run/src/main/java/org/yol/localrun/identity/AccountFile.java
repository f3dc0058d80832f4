package org.yol.localrun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The registered accounts, one JSON object a line, so that a line more is all that a registration writes. */
final class AccountFile {

    private final JsonMapper json = JsonMapper.shared();
    private final Path file;

    AccountFile(Path file) {
        this.file = file;
    }

    List<Account> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.endsWith("}"))
                    .map(line -> json.readValue(line, Account.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Account account) {
        try {
            Files.writeString(
                    file,
                    json.writeValueAsString(account) + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
