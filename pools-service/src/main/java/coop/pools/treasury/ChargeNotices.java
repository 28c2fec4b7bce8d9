package coop.pools.treasury;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Share;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells people what has become of their payment, and those who look after a Pool that one is disputed. */
public final class ChargeNotices {
    private final Notices notices;
    private final PoolContacts contacts;

    public ChargeNotices(Notices notices, PoolContacts contacts) {
        this.notices = notices;
        this.contacts = contacts;
    }

    /** The payment has come to nothing. */
    void failed(Contribution contribution) {
        tellPayer(contribution, "CONTRIBUTION_FAILED", contribution.id().toString(), contribution.amount());
    }

    /** Whatever is new in the books of a charge; each thing is told once. */
    void changed(Contribution contribution, Charge before, Charge after) {
        if (after.paid() && !before.paid()) {
            tellPayer(contribution, "CONTRIBUTION_PAID", contribution.id().toString(), contribution.amount());
        }
        after.refunds().stream()
                .filter(refund -> !before.refunds().contains(refund))
                .forEach(refund -> changed(contribution, refund));
        after.disputes().stream()
                .filter(dispute -> !before.disputes().contains(dispute))
                .forEach(dispute -> changed(contribution, after, dispute));
    }

    private void changed(Contribution contribution, CardRefund refund) {
        switch (refund.state()) {
            case SUCCEEDED -> tellPayer(contribution, "REFUND_PAID", refund.id().toString(), refund.amount());
            case FAILED -> tellPayer(contribution, "REFUND_FAILED", refund.id().toString(), refund.amount());
            case RESERVED, PENDING -> {}
        }
    }

    private void changed(Contribution contribution, Charge charge, CardDispute dispute) {
        if (dispute.state() == CardDispute.State.WARNING) {
            return;
        }
        String kind = "DISPUTE_" + dispute.state();
        tellPayer(contribution, kind, dispute.id(), dispute.amount());
        Set<UUID> people = new LinkedHashSet<>();
        charge.shares().stream().map(Share::pool).distinct().forEach(pool -> people.addAll(contacts.of(pool)));
        contribution.payer().person().ifPresent(people::remove);
        people.forEach(person -> tell(contribution, person, kind + "_IN_POOL", dispute.id(), dispute.amount()));
    }

    private void tellPayer(Contribution contribution, String kind, String what, Money amount) {
        contribution.payer().person().ifPresent(person -> tell(contribution, person, kind, what, amount));
    }

    private void tell(Contribution contribution, UUID person, String kind, String what, Money amount) {
        notices.tell(
                IdSource.derivedId("notice", kind, what, person.toString()),
                person,
                new Notice(kind, Map.of("amount", amount), "/contributions/" + contribution.id()));
    }
}
