package org.yol.localrun.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Both compositions render, and hold what every pod of Yol has to have. */
@ParameterizedClass
@ValueSource(strings = {"k8s/base", "k8s/overlays/local"})
class ManifestsTests {

    private static final List<String> SERVICES =
            List.of("gateway", "programs-service", "applications-service", "notifications-service");

    private final String folder;
    private Manifests manifests;

    ManifestsTests(String folder) {
        this.folder = folder;
    }

    @BeforeEach
    void render() throws Exception {
        assumeTrue(Manifests.canRender(), "kubectl is not installed, so the manifests are not checked");
        manifests = Manifests.render(folder);
    }

    @Test
    void everyServiceHasAllItNeeds() {
        for (String kind : List.of("ServiceAccount", "Service", "Deployment", "PodDisruptionBudget", "NetworkPolicy")) {
            assertThat(manifests.names(kind)).as(kind).containsAll(SERVICES);
        }
        assertThat(manifests.names("NetworkPolicy")).contains("deny-all");
    }

    @Test
    void everyImageNamesItsVersion() {
        assertThat(manifests.containers())
                .extracting(container -> Manifests.text(container, "image"))
                .allMatch(image -> image.matches(".+:[^:/]+"))
                .noneMatch(image -> image.endsWith(":latest"));
    }

    @Test
    void noPodRunsAsRootOrKnowsTheCluster() {
        assertThat(manifests.podTemplates()).isNotEmpty().allSatisfy(pod -> {
            assertThat(Manifests.at(pod, "spec", "securityContext", "runAsNonRoot"))
                    .isEqualTo(true);
            assertThat(Manifests.at(pod, "spec", "securityContext", "seccompProfile", "type"))
                    .isEqualTo("RuntimeDefault");
            assertThat(Manifests.at(pod, "spec", "automountServiceAccountToken"))
                    .isEqualTo(false);
            assertThat(Manifests.at(pod, "spec", "enableServiceLinks")).isEqualTo(false);
        });
    }

    @Test
    void noContainerCanGainRights() {
        assertThat(manifests.containers()).allSatisfy(container -> {
            assertThat(Manifests.at(container, "securityContext", "allowPrivilegeEscalation"))
                    .isEqualTo(false);
            assertThat(Manifests.at(container, "securityContext", "capabilities", "drop"))
                    .isEqualTo(List.of("ALL"));
            assertThat(Manifests.at(container, "resources", "limits", "memory")).isNotNull();
        });
    }

    @Test
    void servicesAreProbedAndWriteNowhereButToTemporaryFiles() {
        assertThat(services()).hasSameSizeAs(SERVICES).allSatisfy(container -> {
            assertThat(Manifests.text(container, "livenessProbe", "httpGet", "path"))
                    .isEqualTo("/livez");
            assertThat(Manifests.text(container, "readinessProbe", "httpGet", "path"))
                    .isEqualTo("/readyz");
            assertThat(container).containsKey("startupProbe");
            assertThat(Manifests.at(container, "securityContext", "readOnlyRootFilesystem"))
                    .isEqualTo(true);
        });
    }

    @Test
    void settingsComeFromOneConfigMapAndSecretsByNameOnly() {
        assertThat(services()).allSatisfy(container -> {
            // How much of its memory is Java's depends on what else a service has in it.
            assertThat(Manifests.text(container, "env")).matches("(null|\\[\\{name=JDK_JAVA_OPTIONS, value=[^}]*}])?");
            assertThat(Manifests.text(container, "envFrom")).contains("configMapRef={name=yol-", "secretRef={name=");
        });
        assertThat(manifests.all("Secret")).isEmpty();
    }

    @Test
    void everyFileThatASettingNamesIsMounted() {
        Set<String> mounted = services().stream()
                .flatMap(container -> Manifests.list(container, "volumeMounts").stream())
                .map(mount -> Manifests.text(mount, "mountPath"))
                .collect(Collectors.toSet());

        assertThat(manifests.all("ConfigMap").stream()
                        .flatMap(settings -> Manifests.values(settings, "data"))
                        .filter(setting -> setting.startsWith("/etc/yol/")))
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(mounted).contains(file.substring(0, file.lastIndexOf('/'))));
    }

    private List<Map<String, Object>> services() {
        return manifests.containers().stream()
                .filter(container -> SERVICES.contains(Manifests.text(container, "name")))
                .toList();
    }
}
