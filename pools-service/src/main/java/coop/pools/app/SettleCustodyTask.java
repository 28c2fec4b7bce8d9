package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.reconciliation.SettleCustody;
import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For operators, on the admin port: {@code POST /tasks/settle-custody?pool=SLUG&reference=WORDS} says that what is open
 * between the operator and a Pool since a change of custody has been paid.
 */
final class SettleCustodyTask extends Task {
    private final SettleCustody settle;
    private final Bodies bodies;

    SettleCustodyTask(SettleCustody settle, Bodies bodies) {
        super("settle-custody");
        this.settle = settle;
        this.bodies = bodies;
    }

    @Override
    public void execute(Map<String, List<String>> parameters, PrintWriter output) {
        Optional<String> slug = first(parameters, "pool");
        Optional<String> reference = first(parameters, "reference").filter(words -> !words.isBlank());
        if (slug.isEmpty() || reference.isEmpty()) {
            output.println("say which Pool and how it was paid: ?pool=SLUG&reference=WORDS");
            return;
        }
        Optional<BodyRef> pool = bodies.bySlug(BodyRef.Kind.POOL, slug.get());
        output.println(
                pool.isEmpty()
                        ? "no such Pool"
                        : settle.settle(pool.get().id(), reference.get())
                                .map(got -> "settled; the operator got " + got)
                                .orElse("nothing is open"));
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
