package coop.pools.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.ExtensionMetadata.ExtensionHandlerInvoker;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;

/**
 * Makes JDBI's SQL objects so that only those of their methods that are called are made ready. JDBI by itself copies its
 * whole configuration for every method of an object, in every transaction; most transactions call one or two of them.
 */
final class LazySqlObjects implements ExtensionFactory {
    /** What the annotations of a store say: the same for every database. */
    private static final Map<Class<?>, ExtensionMetadata> KNOWN = new ConcurrentHashMap<>();

    private final ExtensionFactory sqlObjects;

    LazySqlObjects(ExtensionFactory sqlObjects) {
        this.sqlObjects = sqlObjects;
    }

    @Override
    public boolean accepts(Class<?> type) {
        return KNOWN.containsKey(type) || sqlObjects.accepts(type);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return EnumSet.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handles) {
        ConfigRegistry config = handles.getConfig();
        ExtensionMetadata metadata = KNOWN.get(type);
        if (metadata == null) {
            metadata = config.get(Extensions.class).findMetadata(type, sqlObjects);
            KNOWN.put(type, metadata);
        }
        ConfigRegistry own = metadata.createInstanceConfiguration(config);
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, new Methods(metadata, handles, own)));
    }

    /** The methods of one SQL object that were called. */
    private static final class Methods implements InvocationHandler {
        private final ExtensionMetadata metadata;
        private final HandleSupplier handles;
        private final ConfigRegistry config;
        private final Map<Method, ExtensionHandlerInvoker> ready = new HashMap<>();

        private Methods(ExtensionMetadata metadata, HandleSupplier handles, ConfigRegistry config) {
            this.metadata = metadata;
            this.handles = handles;
            this.config = config;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) {
            if (method.getDeclaringClass() == Object.class) {
                return ofEveryObject(self, method, arguments);
            }
            ExtensionHandlerInvoker invoker = ready.get(method);
            if (invoker == null) {
                invoker = metadata.createExtensionHandlerInvoker(self, method, handles, config);
                ready.put(method, invoker);
            }
            return invoker.invoke(arguments);
        }

        private Object ofEveryObject(Object self, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> metadata.extensionType().getSimpleName() + "@" + System.identityHashCode(self);
            };
        }
    }
}
