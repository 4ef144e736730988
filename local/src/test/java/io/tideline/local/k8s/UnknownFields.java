package io.tideline.local.k8s;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a manifest that the Kubernetes API does not have: the model keeps them as additional properties. */
final class UnknownFields {
    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** Paths of the unknown fields below an object, such as {@code spec.template.spec.containers[0].readinesProbe}. */
    static List<String> of(KubernetesResource object) {
        UnknownFields search = new UnknownFields();
        search.look("", object);
        return List.copyOf(search.found);
    }

    private void look(String path, @Nullable Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                look(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> look(path + "." + key, held));
        } else if (value instanceof KubernetesResource) {
            lookInside(path, value);
        }
    }

    private void lookInside(String path, Object object) {
        for (Method getter : object.getClass().getMethods()) {
            String name = getter.getName();
            if (!name.startsWith("get") || getter.getParameterCount() > 0 || name.equals("getClass")) {
                continue;
            }
            Object value = call(getter, object);
            if (name.equals("getAdditionalProperties")) {
                if (value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(key -> found.add(path + "." + key));
                }
            } else {
                look(path + "." + name.substring(3, 4).toLowerCase(java.util.Locale.ROOT) + name.substring(4), value);
            }
        }
    }

    private static @Nullable Object call(Method getter, Object object) {
        try {
            return getter.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
