package coop.pools.enactment;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Carries out, and tells whoever has become a steward or an ombud by it, or is one no longer. */
public final class TellOfRoles implements CarryOut {
    private final CarryOut carryOut;
    private final Notices notices;
    private final Function<Proposal, List<UUID>> ended;

    /** @param ended whose terms as stewards a decision has ended, also because others follow */
    public TellOfRoles(CarryOut carryOut, Notices notices, Function<Proposal, List<UUID>> ended) {
        this.carryOut = carryOut;
        this.notices = notices;
        this.ended = ended;
    }

    @Override
    public void carryOut(Proposal decided) {
        carryOut.carryOut(decided);
        decided.decided().forEach(action -> tell(decided, action));
        List<UUID> named = decided.decided().stream()
                .filter(Action.NameSteward.class::isInstance)
                .map(action -> ((Action.NameSteward) action).person())
                .toList();
        ended.apply(decided).stream()
                .filter(person -> !named.contains(person))
                .forEach(person -> tell(decided, person, "STEWARD_ENDED"));
    }

    private void tell(Proposal decided, Action action) {
        if (action instanceof Action.NameSteward named) {
            tell(decided, named.person(), "STEWARD_NAMED");
        } else if (action instanceof Action.NameOmbud named) {
            tell(decided, named.person(), "OMBUD_NAMED");
        } else if (action instanceof Action.EndOmbud ended) {
            tell(decided, ended.person(), "OMBUD_ENDED");
        }
    }

    private void tell(Proposal decided, UUID person, String kind) {
        notices.tell(
                IdSource.derivedId("role", kind, decided.id().toString(), person.toString()),
                person,
                new Notices.Notice(kind, Map.of("body", decided.body()), "/proposals/" + decided.id()));
    }
}
