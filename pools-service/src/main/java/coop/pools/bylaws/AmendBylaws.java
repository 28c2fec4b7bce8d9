package coop.pools.bylaws;

import coop.pools.bylaws.domain.Agreement;
import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.EditionId;
import coop.pools.bylaws.domain.Rules;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Carries out a passed vote to change rules: makes the next version. Runs in the transaction of the enactment. */
public final class AmendBylaws {
    private final BylawsStore store;
    private final Editions editions;
    private final Clock clock;

    public AmendBylaws(BylawsStore store, Editions editions, Clock clock) {
        this.store = store;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Whether the rules in force could be changed so; writes nothing.
     *
     * @throws Refused as {@link #amend} does
     */
    public void check(UUID bodyId, Map<String, ?> changes) {
        changed(current(bodyId), changes);
    }

    /** Holds the bylaws against other changes until the transaction ends. */
    void lock(UUID bodyId) {
        if (!store.lock(bodyId)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    /** The rules as they would be; refused as {@link #check}. */
    Rules changed(UUID bodyId, Map<String, ?> changes) {
        return changed(current(bodyId), changes);
    }

    /**
     * Stores the next version, in the same edition and with the same facts.
     *
     * @param changes new values by key, as in the API
     * @param proposalId the passed proposal; a proposal makes one version at most
     * @throws Refused {@link BylawsRefusal#UNKNOWN_RULE}, {@link BylawsRefusal#RULE_OUT_OF_RANGE},
     *     {@link BylawsRefusal#NO_CHANGE} when every value is in force already,
     *     {@link BylawsRefusal#TAKES_TWO_VOTES} when one of them is entrenched, {@link CommonRefusal#NOT_FOUND} when
     *     the body has no bylaws
     */
    public BylawsVersion amend(UUID bodyId, Map<String, ?> changes, UUID proposalId) {
        if (changed(current(bodyId), changes).entrench(Set.copyOf(changes.keySet()))) {
            throw new Refused(BylawsRefusal.TAKES_TWO_VOTES);
        }
        return amendAfterBoth(bodyId, changes, proposalId);
    }

    /** The same for entrenched rules too, once as many votes as they take have passed. */
    BylawsVersion amendAfterBoth(UUID bodyId, Map<String, ?> changes, UUID proposalId) {
        return next(bodyId, proposalId, BylawsVersion::facts, present -> changed(present, changes));
    }

    /**
     * Stores the next version, which names another custodian and is the same otherwise.
     *
     * @param custodian who holds the money from now on
     * @param proposalId the passed proposal that chose it
     * @throws Refused {@link CommonRefusal#NOT_FOUND} when the body has no bylaws
     */
    public BylawsVersion entrust(UUID bodyId, String custodian, UUID proposalId) {
        return next(
                bodyId,
                proposalId,
                present -> present.facts().heldBy(custodian),
                present -> editions.published(present.edition()).defaults().with(present.rules()));
    }

    /**
     * Whether a body could take this form; writes nothing.
     *
     * @throws Refused {@link BylawsRefusal#UNKNOWN_FORM}, or {@link BylawsRefusal#NO_CHANGE} when it has that form
     */
    public void checkForm(UUID bodyId, String form) {
        converted(current(bodyId), form);
    }

    /**
     * Stores the next version, in the newest edition of another form. Rules that both have keep their values; what only
     * the other one knows begins as that edition proposes it.
     *
     * @throws Refused as {@link #checkForm}
     */
    public BylawsVersion convert(UUID bodyId, String form, UUID proposalId) {
        lock(bodyId);
        Rules after = converted(current(bodyId), form);
        return next(bodyId, proposalId, editions.forPool(form).id(), BylawsVersion::facts, present -> after);
    }

    private Rules converted(BylawsVersion present, String form) {
        Edition other = editions.forPool(form);
        if (present.edition().form().equals(form)) {
            throw new Refused(BylawsRefusal.NO_CHANGE);
        }
        Rules initial = other.defaults();
        Rules now = editions.published(present.edition()).defaults().with(present.rules());
        Map<String, Object> kept = new TreeMap<>(now.asMap());
        kept.keySet().retainAll(initial.asMap().keySet());
        return initial.with(kept);
    }

    private BylawsVersion next(
            UUID bodyId,
            UUID proposalId,
            Function<BylawsVersion, AgreementFacts> facts,
            Function<BylawsVersion, Rules> rules) {
        lock(bodyId);
        return next(bodyId, proposalId, current(bodyId).edition(), facts, rules);
    }

    private BylawsVersion next(
            UUID bodyId,
            UUID proposalId,
            EditionId edition,
            Function<BylawsVersion, AgreementFacts> facts,
            Function<BylawsVersion, Rules> rules) {
        BylawsVersion present = current(bodyId);
        AgreementFacts stated = facts.apply(present);
        Agreement agreement = editions.published(edition).render(stated, rules.apply(present));
        BylawsVersion next = new BylawsVersion(
                bodyId,
                present.version() + 1,
                edition,
                stated,
                agreement.rules().asMap(),
                agreement.text(),
                agreement.sha256(),
                clock.instant(),
                Optional.of(proposalId));
        if (!store.insert(next)) {
            throw new IllegalStateException("proposal " + proposalId + " has amended bylaws before");
        }
        return next;
    }

    private BylawsVersion current(UUID bodyId) {
        return store.current(bodyId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private Rules changed(BylawsVersion present, Map<String, ?> changes) {
        Edition edition = editions.published(present.edition());
        Rules before = edition.defaults().with(present.rules());
        Rules after = before.with(changes);
        if (after.equals(before)) {
            throw new Refused(BylawsRefusal.NO_CHANGE);
        }
        return after;
    }
}
