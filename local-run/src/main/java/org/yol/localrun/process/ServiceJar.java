package org.yol.localrun.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The executable jar of a module, and beside it what makes the JVM start faster: the jar taken apart and an
 * ahead-of-time cache of its classes, both made by {@code ./run} after a build.
 *
 * @param jar as the build makes it
 */
public record ServiceJar(Path jar) {

    /** The jar of a module of the project. */
    public static ServiceJar of(Path root, String module) {
        return new ServiceJar(root.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT.jar"));
    }

    /** Whether the build has made it. */
    boolean exists() {
        return Files.exists(jar);
    }

    /** Where the jar taken apart begins: its classes are found in half the time. */
    public Path unpackedJar() {
        return jar.resolveSibling("fast-start").resolve(jar.getFileName());
    }

    private Path cache() {
        return jar.resolveSibling("fast-start").resolve("classes.aot");
    }

    /** Whether it was taken apart since it was built. */
    public boolean isUnpacked() {
        return isNewer(unpackedJar());
    }

    /** The JVM arguments that start the jar: taken apart, and with its cache, where these are newer than the jar. */
    List<String> startArguments() {
        if (!isUnpacked()) {
            return List.of("-jar", jar.toString());
        }
        return isNewer(cache())
                ? List.of("-XX:AOTCache=" + cache(), "-jar", unpackedJar().toString())
                : List.of("-jar", unpackedJar().toString());
    }

    /** The JVM arguments that start the jar and write the cache when it ends. */
    List<String> trainingArguments() {
        return isUnpacked()
                ? List.of("-XX:AOTCacheOutput=" + cache(), "-jar", unpackedJar().toString())
                : List.of("-jar", jar.toString());
    }

    private boolean isNewer(Path derived) {
        // The executable jar carries the same date in every build; the plain one it is made of tells when that was.
        Path plain = jar.resolveSibling(jar.getFileName() + ".original");
        Path built = Files.exists(plain) ? plain : jar;
        try {
            return Files.exists(derived)
                    && Files.getLastModifiedTime(derived).compareTo(Files.getLastModifiedTime(built)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
