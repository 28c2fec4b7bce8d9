package coop.pools.notify;

import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.WordStore.Word;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Round;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who can be reached by mail learns that a round has opened and what came of it; who has something left to give is
 * reminded once before the close.
 */
public final class TellOfRounds implements Occasion {
    private static final String ENDED = "ended";

    private final ReadRounds rounds;
    private final AddressStore addresses;

    private TellOfRounds(ReadRounds rounds, AddressStore addresses) {
        this.rounds = rounds;
        this.addresses = addresses;
    }

    public static TellByPage work(
            Transactions transactions, WordStore words, ReadRounds rounds, TellOfVotes.Telling telling, Clock clock) {
        Occasion all = new TellOfRounds(rounds, telling.addresses());
        return new TellByPage(transactions, words, all, telling.notices(), clock);
    }

    @Override
    public String word() {
        return "round";
    }

    @Override
    public String end() {
        return ENDED;
    }

    @Override
    public Optional<Span> span(UUID id) {
        return rounds.find(id).map(round -> new Span(round.opensAt(), round.closesAt()));
    }

    @Override
    public Page page(Word word, int most, Instant now) {
        Round round = rounds.find(word.about()).orElseThrow();
        boolean late = !word.kind().equals(ENDED) && (round.end().isPresent() || !now.isBefore(round.closesAt()));
        List<UUID> people = late ? List.of() : rounds.people(round, word.afterPerson(), most);
        List<UUID> told =
                word.kind().equals("reminder") ? rounds.withSomethingLeft(round, people) : addresses.reachable(people);
        return Page.of(people, told, () -> notice(word, rounds.one(round)));
    }

    private static Notices.Notice notice(Word word, RoundView view) {
        Round round = view.round();
        return new Notices.Notice(
                kind(word, round),
                Map.of(
                        "body",
                        round.body(),
                        "title",
                        round.name(),
                        "share",
                        round.share(),
                        "funded",
                        view.funded(),
                        "closesAt",
                        round.closesAt()),
                "/rounds/" + round.id());
    }

    private static String kind(Word word, Round round) {
        return switch (word.kind()) {
            case "opened" -> "ROUND_OPENED";
            case "reminder" -> "ROUND_REMINDER";
            default -> round.end().orElseThrow().funded() ? "ROUND_FUNDED" : "ROUND_RETURNED";
        };
    }
}
