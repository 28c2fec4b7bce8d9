package coop.pools.ledger.web;

import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.Reached;
import coop.pools.ledger.domain.Verification;
import java.util.Optional;

/**
 * Takes parts of a book's file one after the other; what {@link FilePart#look} and this ask for is together all that
 * {@link Verification} asks for. It only ever says yes: at the first line that is not as good as it is usual it stops,
 * and Verification goes on from {@link #reached} and finds the words for what is wrong, if anything is.
 */
final class FastChain {
    private static final int HASH = 32;

    private final LineFields line = new LineFields();
    private final CauseBytes cause = new CauseBytes();
    private final AccountBalances accounts = new AccountBalances();
    private final byte[] digest = new byte[HASH];
    private final Head head;
    private final KnownHeads known;
    private byte[] hash;
    private int leg;
    private long seq;
    private long erased;

    FastChain(Head head, KnownHeads known) {
        this.head = head;
        this.known = known;
        hash = Verification.start(head).hash();
    }

    /** Takes lines that the part found good, up to the first that does not fit; answers how many. */
    int take(FilePart part) {
        if (part.count() == 0 || !isNext(part)) {
            return 0;
        }
        int[] numbers = accounts.numbersOf(part.accounts);
        int taken = 0;
        while (taken < part.count() && isKnown(part, taken) && move(part, taken, numbers)) {
            erased += part.erased[taken] ? 1 : 0;
            seq++;
            taken++;
        }
        if (taken > 0) {
            endWith(part, taken - 1);
        }
        return taken;
    }

    private boolean isNext(FilePart part) {
        line.read(part.in, part.lineFrom[0], part.limit());
        boolean same = seq > 0 && cause.isOf(part.in, line);
        return line.seq == seq + 1 && line.leg == (same ? leg + 1 : 0);
    }

    private void endWith(FilePart part, int last) {
        line.read(part.in, part.lineFrom[last], part.limit());
        cause.keep(part.in, line);
        leg = line.leg;
        hash = new byte[HASH];
        HexDigits.read(part.in, line.hashFrom, line.hashFrom + LineFields.HASH_DIGITS, hash);
    }

    /** A head that was published is compared by the patient reader when it does not fit. */
    private boolean isKnown(FilePart part, int no) {
        int from = part.hashFrom[no];
        HexDigits.read(part.in, from, from + 2, digest);
        if (!known.concerns(seq + 1, digest[0])) {
            return true;
        }
        HexDigits.read(part.in, from, from + LineFields.HASH_DIGITS, digest);
        return known.fits(seq + 1, digest) && known.reach(seq + 1, digest).isEmpty();
    }

    private boolean move(FilePart part, int no, int[] numbers) {
        return (part.leg[no] > 0 || accounts.endOfCause())
                && accounts.move(numbers[part.debit[no]], numbers[part.credit[no]], part.amount[no]);
    }

    /** Up to which entry all is good. */
    Reached reached() {
        return new Reached(
                head.book(),
                seq,
                hash,
                seq == 0 ? Optional.empty() : Optional.of(cause.cause()),
                leg,
                accounts.byName(),
                accounts.touchedNames(),
                erased);
    }
}
