package coop.pools.ledger.web;

import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.Reached;
import coop.pools.ledger.domain.Verification;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifies lines of a book's file on their bytes, with all that {@link Verification} asks for and nothing made anew for
 * an entry; the hashes themselves are left to a {@link HashBatch}. It only ever says yes: at the first line that is not
 * as good as it is usual it stops, and Verification goes on from {@link #reached} and finds the words for what is wrong,
 * if anything is.
 */
final class FastChain {
    private static final int HASH = 32;
    private static final int MOST_KIND = 64;

    private final LineFields line = new LineFields();
    private final InstantBytes instants = new InstantBytes();
    private final AccountBalances accounts = new AccountBalances();
    private final Head head;
    private final KnownHeads known;
    private final byte[] currency;
    private final byte[] start;
    private final byte[] digest = new byte[HASH];
    private final byte[] previous = new byte[2 * HASH];
    private final byte[] kind = new byte[MOST_KIND];
    private final byte[] id = new byte[LineFields.ID_LENGTH];
    private int kindLength;
    private int leg;
    private long seq;
    private long erased;
    private byte[] in;
    private byte[] text;
    private HashBatch batch;

    FastChain(Head head, KnownHeads known) {
        this.head = head;
        this.known = known;
        start = ("pools-transfer-1\n" + head.book() + "\n").getBytes(StandardCharsets.US_ASCII);
        currency = ("\n" + head.currency().getCurrencyCode() + "\n").getBytes(StandardCharsets.US_ASCII);
        HexDigits.write(Verification.start(head).hash(), HASH, previous, 0);
    }

    /**
     * Looks at the line at this place of the batch, except for its hashes, which are added to the batch.
     *
     * @return where the next line begins, or -1 when this one is not accepted
     */
    int accept(HashBatch into, int from, int limit) {
        batch = into;
        in = into.in;
        text = into.texts;
        int before = into.count();
        boolean good = line.read(in, from, limit)
                && into.hasRoom(line.next - from)
                && line.seq == seq + 1
                && line.amount > 0
                && line.kindTo - line.kindFrom <= MOST_KIND
                && isInOrder()
                && instants.isMoment(in, line.atFrom, line.atTo)
                && addCommitment()
                && addEntry()
                && isKnown()
                && move();
        if (!good) {
            into.backTo(before);
            return -1;
        }
        seq = line.seq;
        erased += line.hasMemo ? 0 : 1;
        leg = line.leg;
        System.arraycopy(in, line.hashFrom, previous, 0, previous.length);
        return line.next;
    }

    private boolean isInOrder() {
        boolean same = seq > 0
                && line.kindTo - line.kindFrom == kindLength
                && PlainBytes.same(in, line.idFrom, id, 0, id.length)
                && PlainBytes.same(in, line.kindFrom, kind, 0, kindLength);
        return same ? line.leg == leg + 1 : line.leg == 0 && HexDigits.isId(in, line.idFrom);
    }

    private boolean addCommitment() {
        if (!line.hasMemo) {
            return HexDigits.areDigits(in, line.memoHashFrom, line.memoHashFrom + LineFields.HASH_DIGITS);
        }
        int to = batch.size();
        int salt = HexDigits.read(in, line.saltFrom, line.saltTo, digest);
        if (salt < 0) {
            return false;
        }
        System.arraycopy(digest, 0, text, to, salt);
        to += salt;
        if (line.memoIsOdd) {
            Optional<byte[]> words = OddWords.read(in, line.memoFrom, line.memoTo);
            if (words.isEmpty()) {
                return false;
            }
            System.arraycopy(words.get(), 0, text, to, words.get().length);
            to += words.get().length;
        } else {
            System.arraycopy(in, line.memoFrom, text, to, line.memoTo - line.memoFrom);
            to += line.memoTo - line.memoFrom;
        }
        batch.add(to, line.memoHashFrom);
        return true;
    }

    private boolean addEntry() {
        int to = batch.size();
        System.arraycopy(start, 0, text, to, start.length);
        to = copy(to + start.length, line.seqFrom, line.seqTo);
        System.arraycopy(previous, 0, text, to, previous.length);
        to += previous.length;
        text[to++] = '\n';
        to = copy(to, line.kindFrom, line.kindTo);
        to = copy(to, line.idFrom, line.idFrom + LineFields.ID_LENGTH);
        to = copy(to, line.legFrom, line.legTo);
        to = copy(to, line.debitFrom, line.debitTo);
        to = copy(to, line.creditFrom, line.creditTo);
        to = copy(to, line.amountFrom, line.amountTo) - 1;
        System.arraycopy(currency, 0, text, to, currency.length);
        to += currency.length;
        to = copy(to, line.atFrom, line.atTo);
        to = copy(to, line.actorFrom, line.actorTo);
        to = copy(to, line.memoHashFrom, line.memoHashFrom + LineFields.HASH_DIGITS) - 1;
        batch.add(to, line.hashFrom);
        return true;
    }

    /** Copies bytes of the line and a line feed into the hashed text. */
    private int copy(int to, int from, int end) {
        System.arraycopy(in, from, text, to, end - from);
        text[to + end - from] = '\n';
        return to + end - from + 1;
    }

    /** A head that was published is compared by the patient reader when it does not fit. */
    private boolean isKnown() {
        if (known.nextSeq() != line.seq && !known.isLooking()) {
            return true;
        }
        int length = HexDigits.read(in, line.hashFrom, line.hashFrom + LineFields.HASH_DIGITS, digest);
        return length == HASH
                && known.fits(line.seq, digest)
                && known.reach(line.seq, digest).isEmpty();
    }

    private boolean move() {
        if (line.leg == 0) {
            if (!accounts.endOfCause()) {
                return false;
            }
        }
        int debit = accounts.find(in, line.debitFrom, line.debitTo);
        int credit = accounts.find(in, line.creditFrom, line.creditTo);
        if (debit < 0 || credit < 0 || debit == credit || !accounts.move(debit, credit, line.amount)) {
            return false;
        }
        if (line.leg == 0) {
            kindLength = line.kindTo - line.kindFrom;
            System.arraycopy(in, line.kindFrom, kind, 0, kindLength);
            System.arraycopy(in, line.idFrom, id, 0, id.length);
        }
        return true;
    }

    /** Up to which entry all is good. */
    Reached reached() {
        Optional<Cause> cause = seq == 0
                ? Optional.empty()
                : Optional.of(new Cause(
                        new String(kind, 0, kindLength, StandardCharsets.US_ASCII),
                        UUID.fromString(new String(id, StandardCharsets.US_ASCII))));
        byte[] hash = HexFormat.of().parseHex(new String(previous, StandardCharsets.US_ASCII));
        return new Reached(head.book(), seq, hash, cause, leg, accounts.byName(), accounts.touchedNames(), erased);
    }
}
