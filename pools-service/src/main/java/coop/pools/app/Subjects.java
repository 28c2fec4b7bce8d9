package coop.pools.app;

import coop.pools.bucket.ReadBuckets;
import coop.pools.expense.ReadExpenses;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.domain.BodyRef;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.MoneyText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What proposals can be about, gathered from the rooms that know. */
final class Subjects implements ActionSubjects {
    private static final int MOST = 200;

    private final ReadPayees payees;
    private final ReadFloods floods;
    private final ReadBuckets buckets;

    private final ReadExpenses expenses;
    private final ReadPayouts payouts;

    Subjects(ReadPayees payees, ReadFloods floods, ReadBuckets buckets, ReadExpenses expenses, ReadPayouts payouts) {
        this.payees = payees;
        this.floods = floods;
        this.buckets = buckets;
        this.expenses = expenses;
        this.payouts = payouts;
    }

    @Override
    public List<Link> links(UUID proposal) {
        List<Link> links = new ArrayList<>();
        expenses.ofProposal(proposal)
                .ifPresent(expense -> links.add(new Link(
                        "Receipts", "The expense and its receipts, for members", "/expenses/" + expense.id())));
        payouts.ofProposal(proposal)
                .ifPresent(payout -> links.add(new Link("Payment", "Where the money is", "/payouts/" + payout.id())));
        return List.copyOf(links);
    }

    @Override
    public List<Subject> payees(BodyRef body) {
        return payees.ofBody(body).stream().map(Subjects::subject).toList();
    }

    @Override
    public Optional<Subject> payee(UUID id) {
        return payees.find(id).map(Subjects::subject);
    }

    @Override
    public List<Subject> floodsToJoin(BodyRef pool) {
        return floods(pool, place -> !place.isJoined());
    }

    @Override
    public List<Subject> floodsJoined(BodyRef pool) {
        return floods(pool, PoolInFlood::isJoined);
    }

    @Override
    public List<BucketChoice> buckets(BodyRef body) {
        return body.kind() == BodyRef.Kind.FLOOD
                ? List.of()
                : buckets.ofPool(body.id()).stream()
                        .map(filled -> new BucketChoice(
                                filled.bucket().slug(),
                                filled.bucket().name(),
                                MoneyText.of(filled.balance()),
                                filled.bucket().isOpen()))
                        .toList();
    }

    private List<Subject> floods(BodyRef pool, Predicate<PoolInFlood> fitting) {
        if (pool.kind() == BodyRef.Kind.FLOOD) {
            return List.of();
        }
        return floods.ofPool(pool.id()).entrySet().stream()
                .filter(entry -> fitting.test(entry.getValue()))
                .map(entry -> subject(entry.getKey()))
                .sorted(Comparator.comparing(Subject::name))
                .limit(MOST)
                .toList();
    }

    private static Subject subject(Payee payee) {
        return new Subject(payee.id(), payee.name(), payee.state().word());
    }

    private static Subject subject(Flood flood) {
        return new Subject(flood.id(), flood.name(), flood.currency());
    }
}
