package coop.pools.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.BucketNames;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.web.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the public book calls an entry. */
class BookWordsTest {
    private final BookWords words = new BookWords(new Sentences(), BucketNames.NONE, CausePages.NONE);

    @Test
    void whatHappensAgainAndAgainIsCalledAsTheFirstTimeWhereNothingElseIsWritten() {
        assertThat(what("payout-arrived-late-2")).isEqualTo("Arrived after all, again");
        assertThat(what("payout-arrived-late-3")).isEqualTo("Arrived after all");
        assertThat(what("payout-reversed-3")).isEqualTo("Payout came back, third part");
        assertThat(what("payout-reversed-12")).isEqualTo("Payout came back");
        assertThat(what("of-nothing-known")).isEqualTo("of nothing known");
    }

    private String what(String kind) {
        UUID book = new UUID(1, 2);
        Entry entry = new Entry(
                book,
                1,
                new Cause(kind, book),
                0,
                Accounts.AVAILABLE,
                Accounts.PAYOUTS,
                Money.of(100, "EUR"),
                Instant.EPOCH,
                "processor",
                new byte[0],
                new byte[32],
                Optional.empty());
        return words.of(book).lines(List.of(entry)).get(0).cause();
    }
}
