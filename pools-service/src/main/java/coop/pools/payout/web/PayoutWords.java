package coop.pools.payout.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.payout.ReadWords;
import coop.pools.payout.SayWord;
import coop.pools.payout.TryPayoutAgain;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Word;
import coop.pools.payout.domain.Word.Kind;
import coop.pools.platform.web.Fields;
import coop.pools.receipt.web.SentReceipts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What can be said about payouts and done for them, read from forms: what pages and the API share. */
public final class PayoutWords {
    private static final int LONGEST = 500;

    private final SayWord say;
    private final ReadWords words;
    private final TryPayoutAgain again;

    public PayoutWords(SayWord say, ReadWords words, TryPayoutAgain again) {
        this.say = say;
        this.words = words;
        this.again = again;
    }

    /** @throws Refused as {@link TryPayoutAgain#now} */
    void tryAgain(Caller caller, UUID payout) {
        again.now(caller, payout);
    }

    /** When it would be tried by itself, where the caller may have it tried now. */
    Optional<Instant> mayTryAgain(Caller caller, Payout payout) {
        return again.wouldBe(caller, payout);
    }

    ReadWords.Trail trail(Caller caller, Payout payout) {
        return words.of(caller, payout);
    }

    boolean mayComeBack(Payout payout) {
        return say.mayComeBack(payout);
    }

    /** @throws Refused as {@link SayWord#say}, and INVALID_FIELD */
    Payout say(Caller caller, UUID payout, SentReceipts form) {
        if (form.word("kind").isEmpty()) {
            throw Fields.invalid("kind", "choose what has happened");
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.word().equals(form.word("kind")))
                .findFirst()
                .orElseThrow(() -> Fields.invalid("kind", "sent, seen, not-sent, came-back, confirm or object"));
        String text = Fields.optionalText("text", form.word("text"), LONGEST);
        return say.say(caller, new SayWord.Said(payout, kind, text, form.files()));
    }

    /** For the audit trail. */
    static String sentence(Word.Kind kind) {
        return switch (kind) {
            case SENT -> "says it has been sent";
            case SEEN -> "has checked that it was sent";
            case NOT_SENT -> "says it could not be sent";
            case CAME_BACK -> "says it has come back";
            case CONFIRM -> "confirms the new bank details";
            case OBJECT -> "objects to the new bank details";
        };
    }
}
