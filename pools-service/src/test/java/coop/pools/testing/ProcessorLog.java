package coop.pools.testing;

import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A processor that lists, in short pages, the events it was told to have sent, and fails when asked to. */
public final class ProcessorLog {
    private final MoneyHouse house;
    private final int pageSize;
    private final List<ListedEvent> newestFirst = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private int pagesUntilFailure = Integer.MAX_VALUE;
    private int pagesAsked;

    public ProcessorLog(MoneyHouse house, int pageSize) {
        this.house = house;
        this.pageSize = pageSize;
    }

    /** An account of a Pool's own, which the events of Connect happen on. */
    public void account(String account) {
        accounts.add(account);
    }

    public List<String> accounts() {
        return accounts;
    }

    /** These have happened, the oldest first. */
    public synchronized void happened(List<SignedEvent> events) {
        for (SignedEvent event : events) {
            PaymentEvent read = house.processor.readEvent(event.body(), event.signatureHeader(), event.connect());
            Optional<String> account = event.connect() ? Optional.of(accounts.get(0)) : Optional.empty();
            newestFirst.add(0, new ListedEvent(read, event.body(), account));
        }
    }

    /** After so many pages the processor does not answer once. */
    public void failAfter(int pages) {
        pagesUntilFailure = pages;
    }

    public int pagesAsked() {
        return pagesAsked;
    }

    public PaymentProcessor port() {
        Class<?>[] ports = {PaymentProcessor.class};
        return (PaymentProcessor) Proxy.newProxyInstance(
                PaymentProcessor.class.getClassLoader(), ports, (self, method, arguments) -> {
                    if (method.getName().equals("listEvents")) {
                        return page((Instant) arguments[0], optional(arguments[1]), optional(arguments[2]));
                    }
                    try {
                        return method.invoke(house.processor, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Optional<String> optional(Object argument) {
        return ((Optional<?>) argument).map(String.class::cast);
    }

    private synchronized Page<ListedEvent> page(Instant since, Optional<String> after, Optional<String> account) {
        pagesAsked++;
        if (pagesUntilFailure-- <= 0) {
            pagesUntilFailure = Integer.MAX_VALUE;
            throw new PaymentFailure(PaymentFailure.Outcome.UNKNOWN, "", "timed out", null);
        }
        List<ListedEvent> all = newestFirst.stream()
                .filter(listed -> listed.account().equals(account))
                .filter(listed -> !listed.event().createdAt().isBefore(since))
                .toList();
        int from = 0;
        while (after.isPresent() && !all.get(from++).event().eventId().equals(after.get())) {
            // Goes on behind the item that was read last.
        }
        int to = Math.min(all.size(), from + pageSize);
        Optional<String> next = to == all.size()
                ? Optional.empty()
                : Optional.of(all.get(to - 1).event().eventId());
        return new Page<>(all.subList(from, to), next);
    }
}
