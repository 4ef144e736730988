package io.tideline.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each of the five workloads of a region. */
class WorkloadManifestsTest {
    private static final String NAME = "app.kubernetes.io/name";
    private static final int LOWEST_USER = 10_000;
    private static final int SHUTDOWN_TIMEOUT_SECONDS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void rollsOutWithoutLosingAPod(String name) {
        Region region = Region.render(name);

        region.deployments().forEach(deployment -> {
            DeploymentSpec spec = deployment.getSpec();
            assertThat(spec.getReplicas())
                    .as("the autoscaler alone says how many")
                    .isNull();
            assertThat(spec.getStrategy().getType()).isEqualTo("RollingUpdate");
            assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable())
                    .isEqualTo(new IntOrString(0));
            assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge()).isEqualTo(new IntOrString(1));
            assertThat(spec.getMinReadySeconds()).isPositive();
            assertThat(spec.getSelector().getMatchLabels())
                    .isEqualTo(Map.of(NAME, deployment.getMetadata().getName()));
            assertThat(spec.getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(spec.getSelector().getMatchLabels())
                    .containsKeys("app.kubernetes.io/component", "app.kubernetes.io/version", "tideline/region");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void keepsTwoPodsOrMoreAndNeverBlocksADrain(String name) {
        Region region = Region.render(name);

        for (String workload : Region.WORKLOADS) {
            HorizontalPodAutoscalerSpec scaler =
                    region.one(HorizontalPodAutoscaler.class, workload).getSpec();
            assertThat(scaler.getScaleTargetRef().getKind() + "/"
                            + scaler.getScaleTargetRef().getName())
                    .isEqualTo("Deployment/" + workload);
            assertThat(scaler.getMinReplicas()).isGreaterThanOrEqualTo(2).isLessThan(scaler.getMaxReplicas());
            assertThat(scaler.getMetrics()).isNotEmpty();
            assertThat(scaler.getBehavior().getScaleDown().getStabilizationWindowSeconds())
                    .isPositive();

            PodDisruptionBudget budget = region.one(PodDisruptionBudget.class, workload);
            assertThat(budget.getSpec().getMinAvailable()).isEqualTo(new IntOrString(1));
            assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
            assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(Map.of(NAME, workload));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void spreadsOverZonesAndHosts(String name) {
        Region region = Region.render(name);

        region.deployments().forEach(deployment -> {
            List<TopologySpreadConstraint> spread = pod(deployment).getTopologySpreadConstraints();
            assertThat(spread)
                    .extracting(TopologySpreadConstraint::getTopologyKey)
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(spread).allSatisfy(constraint -> assertThat(
                            constraint.getLabelSelector().getMatchLabels())
                    .isEqualTo(deployment.getSpec().getSelector().getMatchLabels()));
            assertThat(region.one(PriorityClass.class, pod(deployment).getPriorityClassName())
                            .getValue())
                    .isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void asksForWhatItNeedsAndIsNeverThrottled(String name) {
        containers(Region.render(name)).forEach(container -> {
            assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory", "ephemeral-storage");
            assertThat(container.getResources().getLimits()).containsOnlyKeys("memory", "ephemeral-storage");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void isProbedAndStopsInPeace(String name) {
        Region.render(name).deployments().forEach(deployment -> {
            Container app = app(deployment);
            assertThat(Stream.of(app.getStartupProbe(), app.getReadinessProbe(), app.getLivenessProbe())
                            .map(Probe::getHttpGet)
                            .map(get -> get.getPath() + " " + get.getPort().getStrVal()))
                    .containsExactly(
                            "/q/health/started management", "/q/health/ready management", "/q/health/live management");
            long delay = app.getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(delay).isPositive();
            assertThat(pod(deployment).getTerminationGracePeriodSeconds())
                    .isGreaterThan(delay + SHUTDOWN_TIMEOUT_SECONDS);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void hasNoRightsItDoesNotNeed(String name) {
        Region region = Region.render(name);

        region.deployments().forEach(deployment -> {
            PodSpec pod = pod(deployment);
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThanOrEqualTo(LOWEST_USER);
            assertThat(pod.getSecurityContext().getFsGroup()).isGreaterThanOrEqualTo(LOWEST_USER);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getServiceAccountName())
                    .isEqualTo(deployment.getMetadata().getName());
            assertThat(region.one(ServiceAccount.class, pod.getServiceAccountName())
                            .getAutomountServiceAccountToken())
                    .isFalse();
            assertThat(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()))
                    .allMatch(Objects::isNull);
        });
        containers(region).forEach(container -> {
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getPrivileged()).isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getSecurityContext().getCapabilities().getAdd())
                    .isEmpty();
            assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/tmp");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void runsAnImageByDigest(String name) {
        containers(Region.render(name)).forEach(container -> assertThat(container.getImage())
                .matches("images\\." + name + "\\.tideline\\.example/tideline/[a-z-]+@sha256:[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void readsSecretsFromFilesOnlyItMayRead(String name) {
        Region region = Region.render(name);

        region.deployments().forEach(deployment -> {
            String workload = deployment.getMetadata().getName();
            Map<String, Volume> volumes =
                    pod(deployment).getVolumes().stream().collect(Collectors.toMap(Volume::getName, each -> each));
            assertThat(volume(volumes, "tmp").getEmptyDir().getSizeLimit()).isNotNull();
            assertThat(volume(volumes, "secret").getSecret().getSecretName()).isEqualTo(workload + "-secret");
            assertThat(volumes.values().stream().map(Volume::getSecret).filter(Objects::nonNull))
                    .allMatch(secret -> secret.getDefaultMode() == 0400);
            assertSettings(region, volume(volumes, "config"), workload + "-config-[a-z0-9]{10}");
            assertSettings(region, volume(volumes, "region"), "region-[a-z0-9]{10}");
        });
        containers(region).forEach(container -> {
            assertThat(container.getEnv()).allMatch(variable -> variable.getValueFrom() == null);
            assertThat(container.getEnvFrom()).isEmpty();
            assertThat(container.getEnv()).extracting(EnvVar::getName).contains("SMALLRYE_CONFIG_LOCATIONS");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void migratesBeforeTheStartWithARoleTheServiceNeverSees(String name) {
        Region.render(name).deployments().forEach(deployment -> {
            List<Container> before = pod(deployment).getInitContainers();
            if (deployment.getMetadata().getName().equals("gateway")) {
                assertThat(before).isEmpty();
                return;
            }
            assertThat(before).extracting(Container::getName).containsExactly("migrate");
            assertThat(before.get(0).getImage()).isEqualTo(app(deployment).getImage());
            assertThat(before.get(0).getEnv()).contains(new EnvVar("QUARKUS_INIT_AND_EXIT", "true", null));
            assertThat(before.get(0).getVolumeMounts())
                    .extracting(VolumeMount::getName)
                    .containsExactlyInAnyOrder("tmp", "config", "region", "secret", "owner");
            assertThat(app(deployment).getEnv())
                    .contains(
                            new EnvVar("QUARKUS_FLYWAY_MIGRATE_AT_START", "false", null),
                            new EnvVar("QUARKUS_FLYWAY_JDBC_URL", "", null));
            assertThat(app(deployment).getVolumeMounts())
                    .extracting(VolumeMount::getName)
                    .containsExactlyInAnyOrder("tmp", "config", "region", "secret");
        });
    }

    private static void assertSettings(Region region, Volume volume, String name) {
        assertThat(volume.getConfigMap().getName()).matches(name);
        assertThat(region.one(ConfigMap.class, volume.getConfigMap().getName()).getData())
                .isNotEmpty();
    }

    private static Volume volume(Map<String, Volume> volumes, String name) {
        return Objects.requireNonNull(volumes.get(name), name);
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container app(Deployment deployment) {
        return pod(deployment).getContainers().get(0);
    }

    private static Stream<Container> containers(Region region) {
        return region.deployments()
                .map(WorkloadManifestsTest::pod)
                .flatMap(pod -> Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream()));
    }
}
