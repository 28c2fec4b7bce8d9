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
    private final Stewards stewards;
    private final KeepReceipts receipts;

    public SayWord(PayoutDesk desk, PayeeStore payees, Bodies bodies, Stewards stewards, KeepReceipts receipts) {
        this.desk = desk;
        this.payees = payees;
        this.bodies = bodies;
        this.stewards = stewards;
        this.receipts = receipts;
    }

    /**
     * What is said.
     *
     * @param text a reference for SENT, a reason for NOT_SENT and OBJECT; otherwise it may be empty
     * @param files evidence, at most five
     */
    public record Said(UUID payout, Kind kind, String text, List<byte[]> files) {}

    /** The id under which the evidence for a word is kept. */
    public static UUID evidenceOf(UUID payout, int no) {
        return IdSource.derivedId("payout-word", payout.toString(), Integer.toString(no));
    }

    /**
     * The payout as it stands then; saying again what one has said already changes nothing.
     *
     * @throws Refused NOT_FOUND, MEMBERS_ONLY, STEWARDS_ONLY, PAYEE_HAS_NO_SAY, NOTHING_TO_SAY, NOT_SENT_YET,
     *     INVALID_FIELD, BOOK_FROZEN and what {@link KeepReceipts#checked} refuses
     */
    public Payout say(Caller caller, Said said) {
        UUID person = caller.require(Scope.ORGANISE);
        List<ReceiptFile> files = KeepReceipts.checked(said.files(), 0);
        if (said.kind() != Kind.SEEN
                && said.kind() != Kind.CONFIRM
                && said.text().length() < 3) {
            throw new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", "text", "reason", "3 to 500 characters"));
        }
        return desk.transactions().inTransaction(() -> {
            Payout payout = desk.payouts().lock(said.payout()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            requireMay(person, payout, said.kind());
            Words before = new Words(desk.payouts().words(payout.id()));
            if (isSaid(payout, before, person, said)) {
                return payout;
            }
            requireFits(person, payout, said.kind(), before);
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
        if (kind.isOfStewards() && !stewards.of(payout.body()).contains(person)) {
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

    /** The person's latest word of this side is the same already. */
    private static boolean isSaid(Payout payout, Words before, UUID person, Said said) {
        Instant since = said.kind().isOfStewards()
                ? payout.createdAt()
                : payout.hold().map(Hold::since).orElse(payout.createdAt());
        return before.said().stream()
                .filter(word -> word.person().equals(person))
                .filter(word -> word.kind().isOfStewards() == said.kind().isOfStewards())
                .reduce((earlier, later) -> later)
                .filter(word -> word.kind() == said.kind() && !word.at().isBefore(since))
                .isPresent();
    }

    private void requireFits(UUID person, Payout payout, Kind kind, Words before) {
        boolean open = payout.state() == PayoutState.RESERVED || payout.state() == PayoutState.SENT;
        boolean ofStewards = payout.way() == Payout.Way.STEWARDS;
        boolean held = payout.hold().isPresent() && payout.state() == PayoutState.RESERVED;
        if (!open || kind.isOfStewards() != ofStewards || !kind.isOfStewards() && !held) {
            throw new Refused(PayoutRefusal.NOTHING_TO_SAY);
        }
        if (kind == Kind.SENT) {
            desk.freezes().requireOpen(payout.body().id());
        }
        if (kind == Kind.SEEN && !before.isSentByOtherThan(person)) {
            throw new Refused(PayoutRefusal.NOT_SENT_YET);
        }
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

    private void fail(Payout payout, String why) {
        Payout failed = payout.failed(why, desk.clock().instant());
        desk.booksOf(failed).release(failed);
        desk.payouts().save(failed);
    }
}
