package coop.pools.payout;

import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Hold;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.Word;
import coop.pools.payout.domain.Word.Kind;
import coop.pools.payout.domain.Words;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.domain.ReceiptFile;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what people have to say about a payout, and does what follows: two stewards carry it out, or two members confirm
 * changed bank details. Whoever is paid has no say in either. Everything said stays, under the payout's lock, so of two
 * at once the second sees the first.
 */
public final class SayWord {
    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final Bodies bodies;
    private final Carriers carriers;
    private final KeepReceipts receipts;

    public SayWord(PayoutDesk desk, PayeeStore payees, Bodies bodies, Carriers carriers, KeepReceipts receipts) {
        this.desk = desk;
        this.payees = payees;
        this.bodies = bodies;
        this.carriers = carriers;
        this.receipts = receipts;
    }

    /** Who carries payments out by hand, and whether that is how a body's money goes out now. */
    public record Carriers(Stewards stewards, Ways ways) {}

    /**
     * What is said.
     *
     * @param text a reference for SENT, a reason for NOT_SENT, CAME_BACK and OBJECT; otherwise it may be empty
     * @param files evidence, at most five; at least one for SENT
     */
    public record Said(UUID payout, Kind kind, String text, List<byte[]> files) {}

    /** The id under which the evidence for a word is kept. */
    public static UUID evidenceOf(UUID payout, int no) {
        return IdSource.derivedId("payout-word", payout.toString(), Integer.toString(no));
    }

    /**
     * The payout as it stands then; saying again what one has said already changes nothing, unless there is more
     * evidence.
     *
     * @throws Refused NOT_FOUND, MEMBERS_ONLY, STEWARDS_ONLY, PAYEE_HAS_NO_SAY, NOTHING_TO_SAY, NOT_SENT_YET,
     *     HAS_ARRIVED, INVALID_FIELD, BOOK_FROZEN, RECEIPT_COUNT when there is no evidence for SENT, and what {@link KeepReceipts#checked} refuses
     */
    public Payout say(Caller caller, Said said) {
        UUID person = caller.require(Scope.ORGANISE);
        List<ReceiptFile> files = KeepReceipts.checked(said.files(), 0);
        if (said.kind().needsWords() && said.text().length() < 3) {
            throw new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", "text", "reason", "3 to 500 characters"));
        }
        return desk.transactions().inTransaction(() -> {
            Payout payout = desk.payouts().lock(said.payout()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            requireMay(person, payout, said.kind());
            Words before = new Words(desk.payouts().words(payout.id()));
            Optional<Word> already = already(payout, before, person, said.kind());
            if (already.filter(word -> !receipts.areNew(evidenceOf(payout.id(), word.no()), files))
                    .isPresent()) {
                return payout;
            }
            requireFits(person, payout, said.kind(), before);
            if (said.kind() == Kind.SENT) {
                KeepReceipts.checked(said.files(), 1);
            }
            Word word = new Word(
                    before.said().size() + 1,
                    person,
                    said.kind(),
                    said.text(),
                    desk.clock().instant());
            desk.payouts().append(payout.id(), word);
            receipts.keep(payout.body(), evidenceOf(payout.id(), word.no()), person, files);
            follow(payout, new Words(desk.payouts().words(payout.id())), said.kind());
            return desk.payouts().find(payout.id()).orElseThrow();
        });
    }

    private void requireMay(UUID person, Payout payout, Kind kind) {
        if (!bodies.isMember(payout.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        if (kind.isOfStewards() && !carriers.stewards().of(payout.body()).contains(person)) {
            throw new Refused(PayoutRefusal.STEWARDS_ONLY);
        }
        boolean paid = payees.find(payout.payeeId())
                .flatMap(payee -> payee.person())
                .filter(person::equals)
                .isPresent();
        if (paid) {
            throw new Refused(PayoutRefusal.PAYEE_HAS_NO_SAY);
        }
    }

    /** The person's latest word of this side, when it is the same. */
    private Optional<Word> already(Payout payout, Words before, UUID person, Kind kind) {
        Instant since = kind.isOfStewards()
                ? payout.createdAt()
                : payout.hold().map(Hold::since).orElse(payout.createdAt());
        Words present = before.wentAgain(desk.booksOf(payout).wentAgainAt(payout));
        return present.said().stream()
                .filter(word -> word.person().equals(person))
                .filter(word -> word.kind().isOfStewards() == kind.isOfStewards())
                .reduce((earlier, later) -> later)
                .filter(word -> word.kind() == kind && !word.at().isBefore(since));
    }

    private void requireFits(UUID person, Payout payout, Kind kind, Words before) {
        if (!isOpenFor(payout, kind)) {
            throw new Refused(PayoutRefusal.NOTHING_TO_SAY);
        }
        if (kind == Kind.CAME_BACK) {
            desk.booksOf(payout).requireMayComeBack(payout);
        }
        if (kind == Kind.SENT) {
            desk.freezes().requireOpen(payout.body().id());
        }
        if (kind == Kind.SEEN && !before.isSentByOtherThan(person)) {
            throw new Refused(PayoutRefusal.NOT_SENT_YET);
        }
    }

    private boolean isOpenFor(Payout payout, Kind kind) {
        boolean ofStewards = payout.way() == Payout.Way.STEWARDS;
        if (kind == Kind.CAME_BACK) {
            return ofStewards && mayComeBack(payout);
        }
        boolean open = payout.state() == PayoutState.RESERVED || payout.state() == PayoutState.SENT;
        boolean held = payout.hold().isPresent() && payout.state() == PayoutState.RESERVED;
        return open && (kind.isOfStewards() ? ofStewards : !ofStewards && held);
    }

    /** Whether stewards have paid it, from an account that the Pool still has. */
    public boolean mayComeBack(Payout payout) {
        return payout.state() == PayoutState.PAID
                && payout.way() == Payout.Way.STEWARDS
                && carriers.ways().of(payout.body()) == Payout.Way.STEWARDS;
    }

    private void follow(Payout payout, Words words, Kind kind) {
        Instant now = desk.clock().instant();
        if (!kind.isOfStewards()) {
            Hold hold = payout.hold().orElseThrow();
            if (words.isObjectedSince(hold.since())) {
                fail(payout, "A member objected to the payee's new bank details; this needs a new vote");
            } else if (words.isConfirmedSince(hold.since())) {
                desk.payouts().save(payout.with(Backoff.from(now), "Two members have confirmed the new bank details"));
                desk.transactions().afterCommit(desk.wake());
            }
            return;
        }
        if (kind == Kind.CAME_BACK) {
            if (words.wentAgain(desk.booksOf(payout).wentAgainAt(payout)).isBack()) {
                cameBack(payout, now);
            }
            return;
        }
        switch (words.handing()) {
            case WAITS -> {}
            case SENT -> sent(payout, now);
            case PAID -> paid(payout, now);
            case NOT_SENT -> fail(payout, "Two stewards say that it could not be sent");
        }
    }

    private void sent(Payout payout, Instant now) {
        if (payout.state() == PayoutState.RESERVED) {
            desk.payouts().save(payout.sentByHand(Backoff.from(now)));
            desk.transactions().afterCommit(desk.wake());
        }
    }

    private void paid(Payout payout, Instant now) {
        Payout sent = payout.state() == PayoutState.RESERVED ? payout.sentByHand(Backoff.none()) : payout;
        Payout paid = sent.paidByHand(now);
        desk.booksOf(paid).paid(paid);
        desk.payouts().save(paid);
    }

    private void cameBack(Payout payout, Instant now) {
        Payout returned = payout.returnedByHand(now);
        desk.booksOf(returned).reverse(returned, returned.cameBack());
        desk.payouts().save(returned);
    }

    private void fail(Payout payout, String why) {
        Payout failed = payout.failed(why, desk.clock().instant());
        desk.booksOf(failed).release(failed);
        desk.payouts().save(failed);
    }
}
