package org.yol.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;
import org.yol.transparency.WitnessMemory;

/**
 * All that a witness remembers: the log's keys, the checkpoint it signed last, and evidence. One process at a time has
 * it. Every file is whole at any moment, whenever the machine stops.
 */
final class StateFolder implements WitnessMemory, AutoCloseable {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final FileChannel lockFile;

    private StateFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** @throws IllegalStateException when another witness has the folder */
    static StateFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw new IllegalStateException("Another witness is running with the state in " + folder
                        + ". Two that share a state could sign two histories: stop that one, or give this one its own"
                        + " folder and key.");
            }
            return new StateFolder(folder, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLocked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The signing key of a file, which is made with {@code first} where there is none. */
    static SigningKey key(Path file, Supplier<SigningKey> first) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                replace(file, first.get().encode() + "\n");
            }
            return SigningKey.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The log whose keys were learned before. */
    Optional<PinnedLog> log() {
        return read("log").map(text -> {
            List<String> lines = text.lines().toList();
            try {
                return new PinnedLog(
                        lines.getFirst(),
                        lines.stream().skip(1).map(VerifierKey::parse).toList());
            } catch (IllegalArgumentException e) {
                throw broken("log", e);
            }
        });
    }

    void pin(PinnedLog log) {
        write(
                "log",
                log.origin()
                        + log.keys().stream().map(VerifierKey::encode).collect(Collectors.joining("\n", "\n", "\n")));
    }

    @Override
    public synchronized Optional<SignedNote> last(String origin) {
        return read("checkpoint").map(text -> {
            try {
                SignedNote note = SignedNote.parse(text);
                if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
                    throw new IllegalArgumentException("it is of another log than " + origin);
                }
                return note;
            } catch (IllegalArgumentException e) {
                throw broken("checkpoint", e);
            }
        });
    }

    @Override
    public synchronized boolean compareAndSet(String origin, Optional<SignedNote> expected, SignedNote next) {
        if (!last(origin).equals(expected)) {
            return false;
        }
        write("checkpoint", next.toString());
        return true;
    }

    /** Keeps evidence, and says in which file. */
    Path keepEvidence(String name, String text) {
        try {
            Path evidence = Files.createDirectories(folder.resolve("evidence"));
            Path file = evidence.resolve(name);
            if (!Files.exists(file)) {
                replace(file, text);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException broken(String file, Exception e) {
        return new IllegalStateException(
                folder.resolve(file) + " cannot be read: " + e.getMessage()
                        + ". Restore it from a copy: without it, this witness does not know what it has signed",
                e);
    }

    private Optional<String> read(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            replace(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Afterwards the file holds the text, or what it held before, and the first of these is on the disk. */
    private static void replace(Path file, String text) throws IOException {
        Path place = file.toAbsolutePath().getParent();
        Path whole = place.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PRIVATE));
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(place, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
