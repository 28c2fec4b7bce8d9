package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells what has come to whoever holds a Flood's money from a Pool with an account of its own: the Pool's stewards, whoever
 * proposed it, and of an arrival the Flood's founder too. Each is told once of each thing.
 */
public final class TellOfArrivals {
    private final PayeeStore payees;
    private final Votes votes;
    private final Stewards stewards;
    private final Notices notices;

    public TellOfArrivals(PayeeStore payees, Votes votes, Stewards stewards, Notices notices) {
        this.payees = payees;
        this.votes = votes;
        this.stewards = stewards;
        this.notices = notices;
    }

    /** What has become of money that has arrived. */
    public enum Arrived {
        STAKE("HAND_OVER_ARRIVED"),
        /** The Pool has left, or the Flood has ended. */
        TO_GO_HOME("HAND_OVER_TO_GO_HOME"),
        /** Two stewards had said that it came back or could not be sent. */
        LATE("HAND_OVER_LATE");

        private final String notice;

        Arrived(String notice) {
            this.notice = notice;
        }
    }

    /**
     * Called inside the transaction that books it.
     *
     * @param movement the processor's id
     * @param amount all of the payout, or what was taken back of it before
     */
    public void arrived(Payout payout, String movement, Money amount, Arrived how) {
        tell(payout, how.notice, movement, Map.of("amount", amount), withFounder(payout));
    }

    /** A bank has taken this much of it back: the stewards of the Floods with a stake of it are told too. */
    public void takenBack(Payout payout, String movement, Money amount, Collection<UUID> floods) {
        Set<UUID> people = withFounder(payout);
        floods.forEach(flood -> people.addAll(votes.carers(BodyRef.flood(flood))));
        tell(payout, "HAND_OVER_TAKEN_BACK", movement, Map.of("amount", amount), people);
    }

    private Set<UUID> withFounder(Payout payout) {
        Set<UUID> people = concerned(payout);
        payees.find(payout.payeeId()).map(Payee::createdBy).ifPresent(people::add);
        return people;
    }

    /**
     * Something names the payout and is not it.
     *
     * @param movement the processor's id
     * @param awaited what is; empty where the payout had arrived before
     */
    public void other(Payout payout, String movement, Money listed, Optional<Money> awaited) {
        String kind = awaited.isEmpty() ? "HAND_OVER_AGAIN" : "HAND_OVER_OTHER";
        Map<String, Object> facts = Map.of("listed", listed, "amount", awaited.orElse(payout.amount()));
        tell(payout, kind, movement, facts, concerned(payout));
    }

    private Set<UUID> concerned(Payout payout) {
        Set<UUID> people = new LinkedHashSet<>(stewards.of(payout.body()));
        payout.ground().decidedBy().flatMap(votes::author).ifPresent(people::add);
        return people;
    }

    private void tell(Payout payout, String kind, String movement, Map<String, Object> more, Set<UUID> people) {
        Optional<Payee> payee = payees.find(payout.payeeId());
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("payee", payee.map(Payee::name).orElse("the operator"));
        facts.put("pool", payout.body());
        Notice notice = new Notice(kind, facts, "/payouts/" + payout.id());
        for (UUID person : people) {
            UUID told = IdSource.derivedId(kind, payout.id().toString(), movement, person.toString());
            notices.tell(told, person, notice);
        }
    }
}
