package coop.pools.platform.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Wraps the adapters to the outside world so that a call made inside a database transaction fails at once. */
public final class OutsideCalls {
    private final JdbiTransactions transactions;

    public OutsideCalls(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    /** The same port, guarded: throws {@link IllegalStateException} when called inside a transaction. */
    public <P> P guarded(Class<P> port, P adapter) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (transactions.isActive()) {
                        throw new IllegalStateException(method.getName() + " called inside a database transaction");
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return port.cast(proxy);
    }
}
