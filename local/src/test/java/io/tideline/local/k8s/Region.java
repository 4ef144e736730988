package io.tideline.local.k8s;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What the overlay of a region renders to, as text and as objects of the Kubernetes API. */
record Region(String name, String text, List<HasMetadata> objects) {
    static final List<String> WORKLOADS =
            List.of("gateway", "customer-service", "funnel-service", "roi-service", "survey-service");

    private static final Map<String, Region> RENDERED = new ConcurrentHashMap<>();

    /** What {@code kubectl kustomize} makes of the overlay, rendered once. */
    static Region render(String name) {
        return RENDERED.computeIfAbsent(name, Region::read);
    }

    private static Region read(String name) {
        Path overlay = Path.of(System.getProperty("tideline.root", ".."))
                .resolve("k8s/overlays")
                .resolve(name);
        String text = kustomize(overlay);
        KubernetesSerialization reader = new KubernetesSerialization();
        List<HasMetadata> objects = Arrays.stream(text.split("(?m)^---$"))
                .map(document -> (HasMetadata) reader.unmarshal(document))
                .toList();
        return new Region(name, text, objects);
    }

    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name + " in " + this.name));
    }

    GenericKubernetesResource custom(String kind, String name) {
        return all(GenericKubernetesResource.class)
                .filter(object -> object.getKind().equals(kind))
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + this.name));
    }

    Stream<Deployment> deployments() {
        return WORKLOADS.stream().map(workload -> one(Deployment.class, workload));
    }

    static String named(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    private static String kustomize(Path overlay) {
        try {
            Path errors = Files.createTempFile("kustomize", ".log");
            Process process = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                    .redirectError(errors.toFile())
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(overlay + " does not render: " + Files.readString(errors));
            }
            Files.delete(errors);
            return text;
        } catch (IOException missing) {
            System.err.println("SKIPPED: there is no kubectl here, the Kubernetes overlays were not checked.");
            return Assumptions.abort("kubectl is missing: " + missing.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
