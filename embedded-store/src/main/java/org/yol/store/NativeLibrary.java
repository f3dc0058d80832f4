package org.yol.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/** RocksDB's native library. Its own loader leaves a copy of 15 MB behind when the process is killed. */
final class NativeLibrary {

    private static boolean loaded;

    private NativeLibrary() {}

    /** @throws IllegalStateException when there is none for this machine, or it can't be loaded */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("yol-store-");
            Path library = folder.resolve(Environment.getJniLibraryFileName("rocksdbjni"));
            try {
                unpack(library);
                RocksDB.loadLibrary(List.of(folder.toString()));
            } finally {
                forget(library, folder);
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "The embedded store needs RocksDB's native library, and could not load it from the folder for"
                            + " temporary files (-Djava.io.tmpdir=… names another): " + e.getMessage(),
                    e);
        }
        loaded = true;
    }

    private static void unpack(Path library) throws IOException {
        String name = Environment.getJniLibraryFileName("rocksdb");
        try (InputStream packed = RocksDB.class.getClassLoader().getResourceAsStream(name)) {
            if (packed == null) {
                throw new IOException("there is none for this machine (" + name + ")");
            }
            Files.copy(packed, library);
        }
    }

    /** What is loaded needs its file no more; where that can't be deleted yet, it is when the process ends. */
    private static void forget(Path library, Path folder) throws IOException {
        try {
            Files.deleteIfExists(library);
            Files.delete(folder);
        } catch (IOException inUse) {
            // In this order, since the last named goes first.
            folder.toFile().deleteOnExit();
            library.toFile().deleteOnExit();
        }
    }
}
