package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many writes one caller makes a minute on this node; guests share a limit. What is only there for
 * trying things out is exempt; webhooks, which are signed, do not come here. A guard against floods only; nothing that must hold across nodes depends on it.
 */
@Priority(Priorities.AUTHORIZATION + 1)
public final class RateLimitFilter implements ContainerRequestFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final int MOST_CALLERS = 10_000;

    private final int writesPerMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    public RateLimitFilter(int writesPerMinute) {
        this.writesPerMinute = writesPerMinute;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!WRITES.contains(request.getMethod()) || Surface.of(request) == Surface.SANDBOX_API) {
            return;
        }
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        String key = visit.signedIn() ? visit.caller().key() : "guests";
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new Refused(CommonRefusal.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", seconds));
        }
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    unused -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(writesPerMinute)
                                    .refillGreedy(writesPerMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
