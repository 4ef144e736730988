package io.tideline.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak to whom: everything is denied but exact pairs, and both ends of a pair agree. */
class NetworkManifestsTest {
    private static final Set<String> REACHED = Set.of(
            "gateway > customer-service:8081",
            "gateway > funnel-service:8082",
            "gateway > roi-service:8083",
            "gateway > survey-service:8084",
            "funnel-service > customer-service:8081",
            "funnel-service > roi-service:8083",
            "roi-service > customer-service:8081",
            "survey-service > customer-service:8081",
            "customer-service > funnel-service:8082",
            "customer-service > roi-service:8083",
            "customer-service > survey-service:8084",
            "customer-service > customer-db:5432",
            "funnel-service > funnel-db:5432",
            "roi-service > roi-db:5432",
            "survey-service > survey-db:5432",
            "gateway > keycloak:8080",
            "customer-service > keycloak:8080",
            "funnel-service > keycloak:8080",
            "roi-service > keycloak:8080",
            "survey-service > keycloak:8080",
            "* > kube-system/kube-dns:53");

    /** Ends that stand outside the workloads: their own egress is theirs to say. */
    private static final Set<String> REACHING = Set.of(
            "ingress/* > gateway:8080",
            "ingress/* > survey-service:8084",
            "ingress/* > keycloak:8080",
            "monitoring/prometheus > gateway:9000",
            "monitoring/prometheus > customer-service:9000",
            "monitoring/prometheus > funnel-service:9000",
            "monitoring/prometheus > roi-service:9000",
            "monitoring/prometheus > survey-service:9000",
            "customer-db > customer-db:5432",
            "funnel-db > funnel-db:5432",
            "roi-db > roi-db:5432",
            "survey-db > survey-db:5432");

    private static final int MANAGEMENT = 9_000;

    private static final Map<String, Integer> PORTS = Map.of(
            "gateway",
            8080,
            "customer-service",
            8081,
            "funnel-service",
            8082,
            "roi-service",
            8083,
            "survey-service",
            8084);

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void deniesWhatNobodyAllowed(String name) {
        NetworkPolicy policy = Region.render(name).one(NetworkPolicy.class, "default-deny");

        assertThat(policy.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
        assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress()).isEmpty();
        assertThat(policy.getSpec().getEgress()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void allowsExactPairsOutward(String name) {
        Set<String> pairs = new TreeSet<>();
        policies(Region.render(name))
                .forEach(policy -> policy.getSpec().getEgress().forEach(rule -> pairs(
                                end(policy.getSpec().getPodSelector()), rule.getTo(), rule.getPorts())
                        .forEach(pairs::add)));

        assertThat(pairs).isEqualTo(new TreeSet<>(REACHED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void allowsTheSamePairsInward(String name) {
        Set<String> pairs = new TreeSet<>();
        policies(Region.render(name)).forEach(policy -> {
            String here = end(policy.getSpec().getPodSelector());
            policy.getSpec().getIngress().forEach(rule -> rule.getFrom().forEach(from -> rule.getPorts()
                    .forEach(port -> pairs.add(peer(from) + " > " + here + ":" + number(here, port)))));
        });

        Set<String> expected = new TreeSet<>(REACHING);
        REACHED.stream().filter(pair -> !pair.startsWith("*")).forEach(expected::add);
        assertThat(pairs).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void opensNoWayOutOfTheRegion(String name) {
        policies(Region.render(name))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .forEach(rule -> {
                    assertThat(rule.getTo()).isNotEmpty();
                    assertThat(rule.getPorts()).isNotEmpty();
                    assertThat(rule.getTo()).allSatisfy(to -> {
                        assertThat(to.getIpBlock()).isNull();
                        assertThat(to.getPodSelector().getMatchLabels()).isNotEmpty();
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu", "us"})
    void isFoundUnderItsName(String name) {
        Region region = Region.render(name);

        region.deployments().forEach(deployment -> {
            Service service = region.one(Service.class, deployment.getMetadata().getName());
            assertThat(service.getSpec().getType()).isEqualTo("ClusterIP");
            assertThat(service.getSpec().getSelector())
                    .isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
            assertThat(service.getSpec().getPorts())
                    .extracting(ServicePort::getName)
                    .containsExactly("http", "management");
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(port.getTargetPort()).isEqualTo(new IntOrString(port.getName())));
            assertThat(deployment
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getPorts())
                    .extracting(own -> own.getName() + " " + own.getContainerPort())
                    .containsExactlyElementsOf(service.getSpec().getPorts().stream()
                            .map(port -> port.getName() + " " + port.getPort())
                            .toList());
        });
    }

    private static Stream<NetworkPolicy> policies(Region region) {
        return region.all(NetworkPolicy.class);
    }

    private static Stream<String> pairs(String from, List<NetworkPolicyPeer> to, List<NetworkPolicyPort> ports) {
        return to.stream().flatMap(peer -> ports.stream()
                .map(port -> from + " > " + peer(peer) + ":" + port.getPort().getIntVal()));
    }

    private static String peer(NetworkPolicyPeer peer) {
        LabelSelector namespace = peer.getNamespaceSelector();
        String pods = peer.getPodSelector() == null ? "*" : end(peer.getPodSelector());
        return namespace == null ? pods : namespace.getMatchLabels().get("kubernetes.io/metadata.name") + "/" + pods;
    }

    private static String end(LabelSelector pods) {
        Map<String, String> labels = pods.getMatchLabels() == null ? Map.of() : new TreeMap<>(pods.getMatchLabels());
        return labels.isEmpty() ? "*" : String.join(",", labels.values());
    }

    private static int number(String workload, NetworkPolicyPort port) {
        IntOrString value = port.getPort();
        if (value.getStrVal() == null) {
            return value.getIntVal();
        }
        return value.getStrVal().equals("management") ? MANAGEMENT : PORTS.getOrDefault(workload, 0);
    }
}
