package coop.pools.testing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The endpoints of registered resources, found by reflection. */
public final class Endpoints {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Endpoints() {}

    /** @param template as it stands in the code, with a leading slash */
    public record Endpoint(String method, String template, boolean json, boolean upload)
            implements Comparable<Endpoint> {
        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** Those that can change something, of classes and of their instances, in the order of their names. */
    public static List<Endpoint> writing(Collection<?> resources) {
        return of(resources).stream()
                .filter(endpoint -> !READING.contains(endpoint.method()))
                .toList();
    }

    /** Those that are there to be read. */
    public static List<Endpoint> reading(Collection<?> resources) {
        return of(resources).stream()
                .filter(endpoint -> READING.contains(endpoint.method()))
                .toList();
    }

    private static List<Endpoint> of(Collection<?> resources) {
        Set<Endpoint> found = new TreeSet<>();
        for (Object resource : resources) {
            Class<?> type = resource instanceof Class<?> known ? known : resource.getClass();
            Path root = type.getAnnotation(Path.class);
            for (Method method : type.getMethods()) {
                boolean missed = root == null
                        ? method.isAnnotationPresent(Path.class)
                                || httpMethods(method).findAny().isPresent()
                        : leadsOn(method);
                if (missed) {
                    throw new AssertionError("cannot be found by reflection: " + method);
                }
                httpMethods(method).forEach(http -> found.add(endpoint(root, method, http)));
            }
        }
        return new ArrayList<>(found);
    }

    /** A path without a method leads to another resource, whose endpoints would be missed. */
    private static boolean leadsOn(Method method) {
        return method.isAnnotationPresent(Path.class)
                && httpMethods(method).findAny().isEmpty();
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static Endpoint endpoint(Path root, Method method, String http) {
        Path own = method.getAnnotation(Path.class);
        String template = ("/" + root.value() + "/" + (own == null ? "" : own.value())).replaceAll("/+", "/");
        String consumes = method.isAnnotationPresent(Consumes.class)
                ? String.join(",", method.getAnnotation(Consumes.class).value())
                : "";
        return new Endpoint(http, template, template.startsWith("/api/"), consumes.contains("multipart"));
    }
}
