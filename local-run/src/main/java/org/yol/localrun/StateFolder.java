package org.yol.localrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of everything kept between two runs; one run at a time holds it. */
final class StateFolder implements AutoCloseable {

    private final FileChannel channel;

    private StateFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder for this run, and keeps other accounts of this machine out of it. The lock goes with the
     * process, however that ends.
     *
     * @throws IllegalStateException when another run has it
     */
    static StateFolder take(Path folder) throws IOException {
        Files.createDirectories(folder);
        keepOthersOut(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Yol runs already with the state in " + folder
                    + ". Stop that one first, or set YOL_HOME and the ports (./run --help) to run a second one.");
        }
        return new StateFolder(channel);
    }

    /** Deletes everything in the folder but the lock of this run. */
    static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                if (!file.equals(folder) && !file.equals(folder.resolve("lock"))) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** People's passports, mails and password hashes are in there; also in a folder that an earlier version made. */
    private static void keepOthersOut(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException | UnsupportedOperationException e) {
            // No reason not to start: a file system without permissions, or a folder that somebody else looks after.
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
