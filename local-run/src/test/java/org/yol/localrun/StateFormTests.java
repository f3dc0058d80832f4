package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFormTests {

    @TempDir
    Path home;

    @Test
    void aNewFolderIsOfTodaysForm() throws Exception {
        StateForm.TODAY.keepIn(home);

        assertThat(home.resolve("form")).hasContent("3");
        assertThat(home).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderOfTodaysFormOpens() throws Exception {
        StateForm.TODAY.keepIn(home);
        keepStore();

        StateForm.TODAY.keepIn(home);

        assertThat(home.resolve("form")).hasContent("3");
    }

    @Test
    void aFolderWithAStoreInOneFileOpens() throws Exception {
        Files.writeString(home.resolve("form"), "2");
        keepStore();

        StateForm.TODAY.keepIn(home);

        assertThat(home.resolve("form")).hasContent("3");
    }

    @Test
    void aFolderOfAnOlderFormOpensAndIsOfTodaysFromThenOn() throws Exception {
        StateForm.TODAY.keepIn(home);
        keepStore();

        new StateForm(12).keepIn(home);

        assertThat(home.resolve("form")).hasContent("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "10", "1", "", "2.1", "99999999999"})
    void aFolderOfAFormThatIsNotKnownIsRefused(String form) throws Exception {
        Files.writeString(home.resolve("form"), form);
        keepStore();

        assertThatIllegalStateException()
                .isThrownBy(() -> StateForm.TODAY.keepIn(home))
                .withMessageContainingAll(home.toString(), "'" + form + "'", "./run --fresh", "YOL_HOME");
        assertThat(home.resolve("form")).hasContent(form);
    }

    @Test
    void aStoreOfBeforeThereWereFormsIsRefused() throws Exception {
        keepStore();

        assertThatIllegalStateException()
                .isThrownBy(() -> StateForm.TODAY.keepIn(home))
                .withMessageContainingAll(home.toString(), "earlier Yol", "./run --fresh", "YOL_HOME");
        assertThat(home.resolve("form")).doesNotExist();
    }

    @Test
    void whatIsForgottenNeedNotBeKnown() throws Exception {
        keepStore();
        Files.writeString(home.resolve("form"), "4");

        StateFolder.forget(home);
        StateForm.TODAY.keepIn(home);

        assertThat(home.resolve("form")).hasContent("3");
    }

    private void keepStore() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("store")).resolve("store.mv"), "documents");
    }
}
