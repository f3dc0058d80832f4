package org.yol.applications.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTests {

    private static final String FIRST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SECOND = "__8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final byte[] TEXT = {1, 2, 3};
    private static final byte[] NAME = {4};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("master-keys");
    }

    @Test
    void earlierKeyOpensWhatItLockedAndTheNewOneLocks() throws IOException, GeneralSecurityException {
        byte[] before = MasterKeys.read(written(FIRST)).encrypt(TEXT, NAME);
        String changed = written("# changed in autumn\n" + SECOND + "\n" + FIRST + "\n");

        assertThat(MasterKeys.read(changed).decrypt(before, NAME)).isEqualTo(TEXT);
        byte[] after = MasterKeys.read(changed).encrypt(TEXT, NAME);
        assertThat(MasterKeys.read(written(SECOND)).decrypt(after, NAME)).isEqualTo(TEXT);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> MasterKeys.read(written(FIRST)).decrypt(after, NAME));
    }

    @Test
    void withoutAFileNothingStartsAndItIsSaidWhatToDo() {
        for (String path : new String[] {null, "", folder.resolve("none").toString()}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> MasterKeys.read(path))
                    .withMessageContainingAll("PERSON_MASTER_KEYS", "openssl rand -base64 32");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none", "c2hvcnQ=", "no base 64!", FIRST + "\n" + FIRST})
    void whatIsNoKeyIsRefusedAndNotShown(String content) throws IOException {
        String path = written(content);

        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKeys.read(path))
                .withMessageContaining("a key in each line")
                .withNoCause();
    }

    private String written(String content) throws IOException {
        return Files.writeString(file, content).toString();
    }
}
