package coop.pools.testing;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.PaymentProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A processor whose calls go wrong as a test asks, one fault a call, and that remembers what it was asked. */
public final class FaultyProcessor {
    /** What goes wrong with one call. */
    public enum Fault {
        /** Not carried out, and we cannot know. */
        LOST,
        /** Carried out, and the answer is lost. */
        ANSWER_LOST,
        REFUSED,
        /** Not possible now; the key has been used up by saying so. */
        NOT_YET_KEY_SPENT
    }

    private final PaymentProcessor real;
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public FaultyProcessor(PaymentProcessor real) {
        this.real = real;
    }

    /** The next calls of this method go wrong, in this order. */
    public void breakNext(String method, Fault... next) {
        faults.computeIfAbsent(method, unused -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** The arguments of every call of this method, as text. */
    public List<String> calls(String method) {
        List<String> found = new ArrayList<>();
        calls.stream().filter(call -> call.startsWith(method + " ")).forEach(found::add);
        return found;
    }

    public PaymentProcessor port() {
        Class<?>[] ports = {PaymentProcessor.class};
        return (PaymentProcessor) Proxy.newProxyInstance(
                PaymentProcessor.class.getClassLoader(), ports, (self, method, arguments) -> {
                    String first = arguments == null ? "" : String.valueOf(arguments[0]);
                    calls.add(method.getName() + " " + first);
                    Queue<Fault> waiting = faults.get(method.getName());
                    Fault fault = waiting == null ? null : waiting.poll();
                    if (fault == Fault.LOST) {
                        throw new PaymentFailure(Outcome.UNKNOWN, "", "timed out", null);
                    }
                    if (fault == Fault.REFUSED) {
                        throw new PaymentFailure(Outcome.REJECTED, "account_closed", "refused", null);
                    }
                    if (fault == Fault.NOT_YET_KEY_SPENT) {
                        throw new PaymentFailure(Outcome.NOT_YET, "balance_insufficient", true, "too little", null);
                    }
                    Object answer = call(() -> method.invoke(real, arguments));
                    if (fault == Fault.ANSWER_LOST) {
                        throw new PaymentFailure(Outcome.UNKNOWN, "", "timed out", null);
                    }
                    return answer;
                });
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
