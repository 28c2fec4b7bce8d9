package coop.pools.round.web;

import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.round.domain.Round;
import java.time.Instant;

/** A round that has not ended, on the page of its Pool or Flood. */
public record RoundLine(String url, String name, String state, String words, String when) {
    public static RoundLine of(Round round, Instant now) {
        return new RoundLine(
                "/rounds/" + round.id(),
                round.name(),
                round.stateAt(now).word(),
                MoneyText.of(round.share()) + " for everybody to give",
                now.isBefore(round.opensAt())
                        ? "Opens on " + InstantText.of(round.opensAt())
                        : "Closes on " + InstantText.of(round.closesAt()));
    }
}
