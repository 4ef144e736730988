package io.tideline.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a region as a whole. */
class RegionManifestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void hasOnlyFieldsThatKubernetesKnows(String name) {
        Region region = Region.render(name);

        assertThat(region.objects()).hasSizeGreaterThan(40);
        for (HasMetadata object : region.objects()) {
            if (!(object instanceof GenericKubernetesResource)) {
                assertThat(UnknownFields.of(object)).as(Region.named(object)).isEmpty();
            }
        }
    }

    @Test
    void seesAMisspeltFieldAndAWrongType() {
        KubernetesSerialization reader = new KubernetesSerialization();
        String misspelt =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec: {containers: [{name: a, readinesProbe: {}}]}
                """;

        assertThat(UnknownFields.of((HasMetadata) reader.unmarshal(misspelt)))
                .containsExactly(".spec.containers[0].readinesProbe");
        assertThatThrownBy(() -> reader.unmarshal(misspelt.replace("[{name: a, readinesProbe: {}}]", "none")))
                .hasMessageContaining("containers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void runsInARestrictedNamespaceThatNamesItsRegion(String name) {
        Region region = Region.render(name);

        assertThat(region.one(Namespace.class, "tideline").getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        for (HasMetadata object : region.objects()) {
            assertThat(object.getMetadata().getLabels())
                    .as(Region.named(object))
                    .containsEntry("app.kubernetes.io/part-of", "tideline")
                    .containsEntry("app.kubernetes.io/instance", "tideline-" + name)
                    .containsEntry("tideline/region", name)
                    .containsKeys("app.kubernetes.io/version", "app.kubernetes.io/managed-by");
            if (!Set.of("Namespace", "PriorityClass").contains(object.getKind())) {
                assertThat(object.getMetadata().getNamespace()).isEqualTo("tideline");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void holdsNoSecret(String name) {
        Region region = Region.render(name);

        assertThat(region.all(Secret.class)).isEmpty();
        assertThat(region.text()).doesNotContain("kind: Secret", "BEGIN ", "stringData");
        assertThat(region.text()).doesNotContainPattern("(?i)(password|secret|key)[\\w.-]*=");
        region.all(ConfigMap.class)
                .flatMap(settings -> settings.getData().values().stream())
                .forEach(text -> assertThat(text).doesNotContain("password", "gateway.key", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void namesNoOtherRegion(String name) {
        String other = name.equals("eu") ? "us" : "eu";

        assertThat(Region.render(name).text()).doesNotContainPattern("\\b" + other + "\\.tideline\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void leavesRoomInTheQuotaForEveryReplica(String name) {
        Region region = Region.render(name);
        Map<String, Quantity> quota =
                region.one(ResourceQuota.class, "tideline").getSpec().getHard();

        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            BigDecimal needed = Region.WORKLOADS.stream()
                    .map(workload -> requested(region, workload, resource).multiply(replicas(region, workload)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Quantity room = quota.get("requests." + resource);
            assertThat(room).as(resource).isNotNull();
            assertThat(Quantity.getAmountInBytes(room)).as(resource).isGreaterThanOrEqualTo(needed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void givesNoDefaultLimitOfProcessorTime(String name) {
        LimitRange limits = Region.render(name).one(LimitRange.class, "tideline");

        assertThat(limits.getSpec().getLimits()).singleElement().satisfies(limit -> {
            assertThat(limit.getDefault()).containsKey("memory").doesNotContainKey("cpu");
            assertThat(limit.getDefaultRequest()).containsKeys("cpu", "memory");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void routesTheGraphAndThePublicDoorAlone(String name) {
        Region region = Region.render(name);

        assertThat(region.all(HTTPRoute.class)).hasSize(2);
        assertRoute(
                region.one(HTTPRoute.class, "gateway"), "api." + name + ".tideline.example", "Exact /graphql", 8080);
        assertRoute(
                region.one(HTTPRoute.class, "survey-service"),
                "survey." + name + ".tideline.example",
                "PathPrefix /w/",
                8084);
    }

    /** Without them every visitor would be the Gateway to the limit of a network; with all addresses anybody could be anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void namesTheProxiesWhoseWordTheDoorTakes(String name) {
        String settings = Region.render(name)
                .all(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().startsWith("region"))
                .map(map -> map.getData().get("region.properties"))
                .collect(Collectors.joining());

        assertThat(settings)
                .containsPattern(
                        "(?m)^tideline\\.door\\.trusted-proxies=[0-9a-f.:]+/[1-9][0-9]*(,[0-9a-f.:]+/[1-9][0-9]*)*$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void measuresEveryWorkload(String name) {
        Region region = Region.render(name);

        for (String workload : Region.WORKLOADS) {
            GenericKubernetesResource monitor = region.custom("ServiceMonitor", workload);
            assertThat(monitor.getApiVersion()).isEqualTo("monitoring.coreos.com/v1");
            assertThat(monitor.<Map<String, Object>>get("spec").keySet()).isEqualTo(Set.of("selector", "endpoints"));
            assertThat(monitor.<Object>get("spec", "selector"))
                    .isEqualTo(Map.of("matchLabels", Map.of("app.kubernetes.io/name", workload)));
            assertThat(monitor.<Object>get("spec", "endpoints"))
                    .isEqualTo(List.of(Map.of(
                            "port", "management", "path", "/q/metrics", "interval", "30s", "scrapeTimeout", "10s")));
        }
        assertThat(region.all(GenericKubernetesResource.class)).hasSize(Region.WORKLOADS.size());
    }

    private static void assertRoute(HTTPRoute route, String host, String path, int port) {
        assertThat(route.getSpec().getHostnames()).containsExactly(host);
        assertThat(route.getSpec().getRules()).hasSize(1);
        HTTPRouteRule rule = route.getSpec().getRules().get(0);
        assertThat(rule.getMatches())
                .extracting(match ->
                        match.getPath().getType() + " " + match.getPath().getValue())
                .containsExactly(path);
        assertThat(rule.getBackendRefs())
                .extracting(backend -> backend.getName() + ":" + backend.getPort())
                .containsExactly(route.getMetadata().getName() + ":" + port);
        assertThat(rule.getTimeouts().getRequest()).isNotBlank();
    }

    private static BigDecimal requested(Region region, String workload, String resource) {
        Deployment deployment = region.one(Deployment.class, workload);
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(container -> container.getResources().getRequests().get(resource))
                .map(Quantity::getAmountInBytes)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The most pods of a workload at one moment: all of them, and one more while a new release rolls out. */
    private static BigDecimal replicas(Region region, String workload) {
        IntOrString surge = region.one(Deployment.class, workload)
                .getSpec()
                .getStrategy()
                .getRollingUpdate()
                .getMaxSurge();
        int most = region.one(HorizontalPodAutoscaler.class, workload).getSpec().getMaxReplicas();
        return BigDecimal.valueOf(most).add(BigDecimal.valueOf(surge.getIntVal()));
    }
}
