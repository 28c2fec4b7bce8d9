package coop.pools.ledger.web;

import coop.pools.ledger.domain.Freeze;
import coop.pools.platform.web.InstantText;
import java.util.List;

/**
 * Why payouts are stopped, on a page.
 *
 * @param reason {@code shortfall}, {@code audit} or {@code processor}
 * @param detail what exactly, in words
 */
public record FreezeLine(String reason, String detail, String sinceIso, String sinceText) {
    public static List<FreezeLine> of(List<Freeze> freezes) {
        return freezes.stream()
                .map(freeze -> new FreezeLine(
                        freeze.reason().word(),
                        freeze.detail(),
                        freeze.since().toString(),
                        InstantText.of(freeze.since())))
                .toList();
    }
}
