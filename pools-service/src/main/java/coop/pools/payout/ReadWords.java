package coop.pools.payout;

import coop.pools.governance.Bodies;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Word;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.domain.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was said about a payout: for everybody, and by name for members of the body. */
public final class ReadWords {
    private final PayoutStore payouts;
    private final Bodies bodies;
    private final Stewards stewards;
    private final ReadReceipts receipts;
    private final ReadPeople people;

    public ReadWords(PayoutStore payouts, Bodies bodies, Stewards stewards, ReadReceipts receipts, ReadPeople people) {
        this.payouts = payouts;
        this.bodies = bodies;
        this.stewards = stewards;
        this.receipts = receipts;
        this.people = people;
    }

    /** A word, who said it, where the reader may know, and its evidence. */
    public record Heard(Word word, Optional<String> name, List<Receipt> evidence) {}

    /** All words in order, and what the reader is. */
    public record Trail(List<Heard> words, boolean member, boolean steward) {}

    public Trail of(Caller caller, Payout payout) {
        boolean member = caller.reader()
                .filter(person -> bodies.isMember(payout.body(), person))
                .isPresent();
        boolean steward = member
                && caller.reader().filter(stewards.of(payout.body())::contains).isPresent();
        List<Word> words = payouts.words(payout.id());
        Map<UUID, String> names =
                member ? people.names(words.stream().map(Word::person).toList()) : Map.of();
        List<Heard> heard = words.stream()
                .map(word -> new Heard(
                        word,
                        Optional.ofNullable(names.get(word.person())),
                        receipts.about(SayWord.evidenceOf(payout.id(), word.no()))))
                .toList();
        return new Trail(heard, member, steward);
    }
}
