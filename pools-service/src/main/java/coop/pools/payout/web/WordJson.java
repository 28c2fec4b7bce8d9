package coop.pools.payout.web;

import coop.pools.payout.ReadWords;
import coop.pools.receipt.web.ReceiptJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said about a payout.
 *
 * @param person who; for members only
 * @param kind sent, seen, not-sent, came-back, confirm or object
 * @param text a reference or a reason; for members only, and it may be missing
 * @param evidence files, which members can open; for members only
 */
public record WordJson(
        int no,
        Optional<UUID> person,
        Optional<String> personName,
        String kind,
        Optional<String> text,
        List<ReceiptJson> evidence,
        Instant at) {

    static WordJson of(ReadWords.Heard heard, boolean member) {
        return new WordJson(
                heard.word().no(),
                Optional.of(heard.word().person()).filter(person -> member),
                heard.name(),
                heard.word().kind().word(),
                Optional.of(heard.word().text()).filter(text -> member && !text.isEmpty()),
                member ? heard.evidence().stream().map(ReceiptJson::of).toList() : List.of(),
                heard.word().at());
    }

    /** All that was said. */
    public record Items(List<WordJson> items) {
        static Items of(ReadWords.Trail trail) {
            return new Items(trail.words().stream()
                    .map(heard -> WordJson.of(heard, trail.member()))
                    .toList());
        }
    }
}
