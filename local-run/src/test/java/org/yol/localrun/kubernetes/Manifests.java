package org.yol.localrun.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code kubectl kustomize} makes of a folder. Asks no cluster. */
record Manifests(List<Map<String, Object>> objects) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final long RENDERED_WITHIN_SECONDS = 60;

    /** @param folder below the project's, such as {@code k8s/base} */
    static Manifests render(String folder) throws IOException, InterruptedException {
        // To a file: a full pipe that nobody reads would stop the process.
        Path out = Files.createTempFile("manifests", ".yaml");
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!kubectl.waitFor(RENDERED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                kubectl.destroyForcibly();
                throw new IllegalStateException(folder + " was not rendered within a minute");
            }
            String rendered = Files.readString(out, StandardCharsets.UTF_8);
            if (kubectl.exitValue() != 0) {
                throw new IllegalStateException(folder + " does not render: " + rendered);
            }
            return new Manifests(parse(rendered));
        } finally {
            Files.delete(out);
        }
    }

    /** Whether this machine can render at all. */
    static boolean canRender() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static List<Map<String, Object>> parse(String rendered) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered)) {
            objects.add(map(document));
        }
        return objects;
    }

    /** The objects of a kind. */
    List<Map<String, Object>> all(String kind) {
        return objects.stream()
                .filter(object -> kind.equals(object.get("kind")))
                .toList();
    }

    /** The names of the objects of a kind. */
    List<String> names(String kind) {
        return all(kind).stream()
                .map(object -> text(object, "metadata", "name"))
                .toList();
    }

    /** The templates of all pods, by the name of what makes them. */
    List<Map<String, Object>> podTemplates() {
        return Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> all(kind).stream())
                .map(workload -> map(at(workload, "spec", "template")))
                .toList();
    }

    /** The containers of all pods. */
    List<Map<String, Object>> containers() {
        return podTemplates().stream()
                .flatMap(pod -> ((List<?>) at(pod, "spec", "containers")).stream())
                .map(Manifests::map)
                .toList();
    }

    /** What stands at the end of a path of keys; null when a step is missing. */
    static Object at(Object object, String... path) {
        Object found = object;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    /** The list under a key; empty when it is not there. */
    static List<?> list(Object object, String key) {
        return at(object, key) instanceof List<?> list ? list : List.of();
    }

    /** The texts of a map under a key. */
    static Stream<String> values(Object object, String key) {
        return map(at(object, key)).values().stream().map(String::valueOf);
    }

    /** The text at the end of a path of keys. */
    static String text(Object object, String... path) {
        return String.valueOf(at(object, path));
    }

    @SuppressWarnings("unchecked") // the keys of a Kubernetes object are names
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
