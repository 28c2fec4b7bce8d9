package coop.pools.payout.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What follows from all that was said about a payout, in the order in which it was said. */
public record Words(List<Word> said) {
    /** One person alone moves no money. */
    private static final int TWO = 2;

    public Words {
        said = List.copyOf(said);
    }

    /** Without what was said before then to have come back: it has arrived since, so that was another time or not so. */
    public Words wentAgain(Optional<Instant> at) {
        return new Words(said.stream()
                .filter(word -> word.kind() != Word.Kind.CAME_BACK
                        || at.filter(again -> word.at().isBefore(again)).isEmpty())
                .toList());
    }

    /** Where the stewards stand. */
    public enum Handing {
        WAITS,
        SENT,
        PAID,
        NOT_SENT
    }

    /**
     * Paid when one steward has sent it and a different one has seen it; given up when two say that it could not be
     * sent and nobody says otherwise.
     */
    public Handing handing() {
        Collection<Word> latest = latest(word -> word.kind().isOfStewards());
        long sent = count(latest, Word.Kind.SENT);
        long seen = count(latest, Word.Kind.SEEN);
        if (sent >= 1 && seen >= 1) {
            return Handing.PAID;
        }
        if (sent + seen == 0 && count(latest, Word.Kind.NOT_SENT) >= TWO) {
            return Handing.NOT_SENT;
        }
        return sent >= 1 ? Handing.SENT : Handing.WAITS;
    }

    /** Whether somebody else says that they have sent it. */
    public boolean isSentByOtherThan(UUID person) {
        return latest(word -> word.kind().isOfStewards()).stream()
                .anyMatch(
                        word -> word.kind() == Word.Kind.SENT && !word.person().equals(person));
    }

    /** Whether two stewards say that what was paid has come back. */
    public boolean isBack() {
        return count(latest(word -> word.kind().isOfStewards()), Word.Kind.CAME_BACK) >= TWO;
    }

    /** What one steward alone says and takes two: that it could not be sent, or that it has come back. */
    public Optional<Word.Kind> halfSaid() {
        Collection<Word> latest = latest(word -> word.kind().isOfStewards());
        if (count(latest, Word.Kind.CAME_BACK) == 1) {
            return Optional.of(Word.Kind.CAME_BACK);
        }
        boolean unsent = handing() == Handing.WAITS && count(latest, Word.Kind.NOT_SENT) == 1;
        return unsent ? Optional.of(Word.Kind.NOT_SENT) : Optional.empty();
    }

    /** Whether this person's latest word is that they have sent it. */
    public boolean isSentBy(UUID person) {
        return latest(word -> word.kind().isOfStewards()).stream()
                .anyMatch(word -> word.kind() == Word.Kind.SENT && word.person().equals(person));
    }

    /** Whether two people have confirmed the bank details since then. */
    public boolean isConfirmedSince(Instant hold) {
        return count(latest(about(hold)), Word.Kind.CONFIRM) >= TWO;
    }

    /** Whether anybody has objected to the bank details since then, whatever they have said after it. */
    public boolean isObjectedSince(Instant hold) {
        return said.stream().filter(about(hold)).anyMatch(word -> word.kind() == Word.Kind.OBJECT);
    }

    private static Predicate<Word> about(Instant hold) {
        return word -> !word.kind().isOfStewards() && !word.at().isBefore(hold);
    }

    private Collection<Word> latest(Predicate<Word> which) {
        Map<UUID, Word> latest = new LinkedHashMap<>();
        said.stream().filter(which).forEach(word -> latest.put(word.person(), word));
        return latest.values();
    }

    private static long count(Collection<Word> words, Word.Kind kind) {
        return words.stream().filter(word -> word.kind() == kind).count();
    }
}
