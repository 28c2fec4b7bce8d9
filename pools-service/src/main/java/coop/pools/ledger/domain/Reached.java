package coop.pools.ledger.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far a book has been verified, and what has to be known to go on from there.
 *
 * @param seq the last good entry; 0 for none
 * @param hash of that entry; the genesis hash for none
 * @param cause of that entry
 * @param leg of that entry
 * @param balances of every account after it, in normal direction
 * @param touched the accounts that its cause has moved so far
 * @param erased of how many entries the words have been erased
 */
public record Reached(
        UUID book,
        long seq,
        byte[] hash,
        Optional<Cause> cause,
        int leg,
        Map<String, Long> balances,
        Set<String> touched,
        long erased) {}
