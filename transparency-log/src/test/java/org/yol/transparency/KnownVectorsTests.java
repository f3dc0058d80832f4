package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other people's programs answer to the same questions. */
class KnownVectorsTests {

    /** Entries of the tests of google/certificate-transparency, which most other implementations took over. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The roots of the first one, two … of them. */
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** The example of Go's package golang.org/x/mod/sumdb/note. */
    private static final String PETER_NEUMANN =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        var tree = GrowingTree.empty();
        assertThat(tree.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < ENTRIES.size(); i++) {
            tree.append(Hash.ofLeaf(HexFormat.of().parseHex(ENTRIES.get(i))));
            assertThat(tree.root().hex()).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void goReadsOurKeysAndWeReadGos() {
        var key = SigningKey.parse(PETER_NEUMANN);
        assertThat(key.encode()).isEqualTo(PETER_NEUMANN);
        assertThat(key.verifierKey().encode())
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(VerifierKey.parse(key.verifierKey().encode())).isEqualTo(key.verifierKey());
    }

    @Test
    void notesAreSignedAsGoSignsThem() {
        var key = SigningKey.parse(PETER_NEUMANN);
        var note = SignedNote.parse(NOTE);
        assertThat(note.verifiedBy(List.of(key.verifierKey()))).containsExactly(key.verifierKey());
        assertThat(SignedNote.of(note.text(), key.sign(note.text()))).hasToString(NOTE);
    }
}
