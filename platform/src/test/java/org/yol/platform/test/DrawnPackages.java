package org.yol.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The picture of a module's packages in {@code docs/architecture.md}, and the same read from the code. */
final class DrawnPackages {

    private static final Path PICTURES = Path.of("..", "docs", "architecture.md");
    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");

    private DrawnPackages() {}

    /** The arrows below the heading of the module that is being built, such as {@code mail --> message}. */
    static Set<String> drawn() {
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        try {
            String section = Arrays.stream(Files.readString(PICTURES).split("(?m)^#+ "))
                    .filter(each -> each.startsWith(module + "\n"))
                    .findFirst()
                    .orElse("");
            return ARROW.matcher(section)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The arrows that the code has. */
    static Set<String> coded(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> classes.contain(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(dependency -> feature(dependency.getOriginClass()) + " --> "
                        + feature(dependency.getTargetClass().getBaseComponentType()))
                .filter(arrow -> !arrow.startsWith(" ") && !arrow.endsWith(" "))
                .filter(arrow -> !arrow.matches("(\\w+) --> \\1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The package below that of the module; empty for the module's own. */
    private static String feature(JavaClass type) {
        String[] steps = type.getPackageName().split("\\.");
        return steps.length > 3 ? steps[3] : "";
    }
}
