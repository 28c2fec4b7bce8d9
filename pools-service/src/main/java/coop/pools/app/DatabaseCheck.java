package coop.pools.app;

import com.codahale.metrics.health.HealthCheck;
import org.jdbi.v3.core.Jdbi;

/** Whether the database answers; a load balancer may ask for it at the admin port's {@code /healthcheck}. */
final class DatabaseCheck extends HealthCheck {
    private final Jdbi jdbi;

    DatabaseCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    protected Result check() {
        int books = jdbi.withHandle(handle -> handle.createQuery("select count(*) from book")
                .mapTo(Integer.class)
                .one());
        return Result.healthy("%d books", books);
    }
}
