package coop.pools.treasury;

import static coop.pools.treasury.domain.ContributionState.AVAILABLE;
import static coop.pools.treasury.domain.ContributionState.PARTLY_REFUNDED;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells people what has become of their payment, and those who look after a Pool what went back. */
public final class ChargeNotices {
    private static final Duration AT_ONCE = Duration.ofHours(1);

    private final Notices notices;
    private final PoolContacts contacts;

    public ChargeNotices(Notices notices, PoolContacts contacts) {
        this.notices = notices;
        this.contacts = contacts;
    }

    /** A contribution with the Pools that it is for; they are told by their names. */
    private record About(Contribution contribution, List<BodyRef> pools) {}

    private static About about(Contribution contribution) {
        return new About(contribution, List.of(BodyRef.pool(contribution.poolId())));
    }

    /** The payment has come to nothing: it failed, or its page has closed unpaid. */
    void notPaid(Contribution contribution) {
        String kind = "CONTRIBUTION_" + contribution.state();
        tellPayer(about(contribution), kind, contribution.id().toString(), contribution.amount());
    }

    /**
     * Whatever is new in the books of a charge; each thing is told once. What was known of a payment before the payment
     * itself is news when that comes.
     */
    void changed(Contribution contribution, Charge before, Charge after) {
        About about = about(contribution, after);
        if (after.paid() && !before.paid()) {
            tellPayer(about, "CONTRIBUTION_PAID", contribution.id().toString(), contribution.amount());
        }
        if (hasWaited(contribution, before, after)) {
            Money left = after.amount().minus(after.refunded());
            tellPayer(about, "CONTRIBUTION_AVAILABLE", contribution.id().toString(), left);
        }
        after.refunds().stream()
                .filter(refund -> !before.paid() || !before.refunds().contains(refund))
                .forEach(refund -> changed(about, refund));
        after.disputes().stream()
                .filter(dispute -> !before.paid() || !before.disputes().contains(dispute))
                .forEach(dispute -> changed(about, dispute));
    }

    /** It can be spent only now. Nothing is told of the moments in which the processor works out its fee. */
    private static boolean hasWaited(Contribution contribution, Charge before, Charge after) {
        boolean freed = before.paid() && !before.isFree() && after.isFree();
        boolean there = freed && List.of(AVAILABLE, PARTLY_REFUNDED).contains(after.state());
        return there
                && contribution
                        .settlement()
                        .map(Settled::availableOn)
                        .filter(contribution.payment().orElseThrow().paidAt().plus(AT_ONCE)::isBefore)
                        .isPresent();
    }

    /** How every dispute stands that was kept, as nobody knew whose it was; what was told before is not told again. */
    void kept(Contribution contribution, Charge charge) {
        About about = about(contribution, charge);
        charge.disputes().forEach(dispute -> changed(about, dispute));
    }

    private static About about(Contribution contribution, Charge charge) {
        return new About(
                contribution,
                charge.ofPools().stream()
                        .map(Share::pool)
                        .distinct()
                        .map(BodyRef::pool)
                        .toList());
    }

    private void changed(About about, CardRefund refund) {
        switch (refund.state()) {
            case SUCCEEDED -> ended(about, refund, "REFUND_PAID");
            case FAILED -> ended(about, refund, "REFUND_FAILED");
            case RESERVED, PENDING -> {}
        }
    }

    private void ended(About about, CardRefund refund, String kind) {
        String id = refund.id().toString();
        tellPayer(about, kind, id, refund.amount());
        Set<UUID> people = lookAfter(about);
        refund.request().flatMap(CardRefund.Request::by).ifPresent(people::remove);
        people.forEach(person -> tell(about, person, kind + "_IN_POOL", id, facts(about, refund.amount())));
    }

    /** Those who look after the Pools, without the payer. */
    private Set<UUID> lookAfter(About about) {
        Set<UUID> people = new LinkedHashSet<>();
        about.pools().forEach(pool -> people.addAll(contacts.of(pool.id())));
        about.contribution().payer().person().ifPresent(people::remove);
        return people;
    }

    private void changed(About about, CardDispute dispute) {
        String kind = "DISPUTE_" + dispute.state();
        if (dispute.state() != CardDispute.State.WARNING) {
            tellPayer(about, kind, dispute.id(), dispute.amount());
        }
        Set<UUID> people = lookAfter(about);
        Map<String, Object> facts = facts(about, dispute.amount());
        Optional<Instant> due = dispute.evidenceDueBy().filter(at -> dispute.isOpen());
        due.ifPresent(at -> facts.put("due", at));
        String inPool = kind + (dispute.isOpen() && due.isEmpty() ? "_UNDATED" : "") + "_IN_POOL";
        people.forEach(person -> tell(about, person, inPool, dispute.id(), facts));
    }

    private static Map<String, Object> facts(About about, Money amount) {
        return new HashMap<>(Map.of("amount", amount, "pools", about.pools()));
    }

    private void tellPayer(About about, String kind, String what, Money amount) {
        about.contribution()
                .payer()
                .person()
                .ifPresent(person -> tell(about, person, kind, what, facts(about, amount)));
    }

    private void tell(About about, UUID person, String kind, String what, Map<String, Object> facts) {
        notices.tell(
                IdSource.derivedId("notice", kind, what, person.toString()),
                person,
                new Notice(kind, facts, "/contributions/" + about.contribution().id()));
    }
}
