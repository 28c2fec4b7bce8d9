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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The endpoints of registered resources that can change something, found by reflection. */
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

    /** Of classes and of their instances, in the order of their names. */
    public static List<Endpoint> writing(Collection<?> resources) {
        Set<Endpoint> found = new TreeSet<>();
        for (Object resource : resources) {
            Class<?> type = resource instanceof Class<?> known ? known : resource.getClass();
            Path root = type.getAnnotation(Path.class);
            if (root != null) {
                for (Method method : type.getMethods()) {
                    httpMethods(method).forEach(http -> found.add(endpoint(root, method, http)));
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(http -> http != null && !READING.contains(http.value()))
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
