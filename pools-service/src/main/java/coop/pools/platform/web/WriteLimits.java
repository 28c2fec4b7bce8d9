package coop.pools.platform.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many writes one caller makes a minute on this node; guests by the network that they come from, so that none of
 * them uses up what others need. A guard against floods only; nothing that must hold across nodes depends on it.
 */
public final class WriteLimits {
    private static final int MOST_CALLERS = 10_000;

    private final int writesPerMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    public WriteLimits(int writesPerMinute) {
        this.writesPerMinute = writesPerMinute;
    }

    /** Counts one write of a person; refused with TOO_MANY_REQUESTS past the limit. */
    public void take(Caller caller) {
        take(caller, "");
    }

    /** @param network where a guest writes from */
    void take(Caller caller, String network) {
        String key = caller.person().isPresent() ? caller.key() : "guests:" + network;
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
