package coop.pools.platform.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes SQL objects that join the transaction of the calling thread, and use a connection of their own where there is
 * none. JDBI puts its on-demand objects together anew for every call, which costs more than most statements; here it is
 * done once in a transaction.
 */
final class Stores {
    private final Jdbi jdbi;
    private final Supplier<Optional<RunningTransaction>> running;

    Stores(Jdbi jdbi, Supplier<Optional<RunningTransaction>> running) {
        this.jdbi = jdbi;
        this.running = running;
    }

    <S> S of(Class<S> sqlObject) {
        S alone = jdbi.onDemand(sqlObject);
        Object joining = Proxy.newProxyInstance(
                sqlObject.getClassLoader(), new Class<?>[] {sqlObject}, (self, method, arguments) -> {
                    S store = running.get()
                            .map(transaction -> transaction.store(sqlObject))
                            .orElse(alone);
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return sqlObject.cast(joining);
    }
}
