package coop.pools.ledger.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/**
 * Where a book's chain ends, by its own account.
 *
 * @param seq how many entries the book has; 0 when it is empty
 * @param hash of the last entry; the genesis hash when the book is empty
 */
public record Head(UUID book, Currency currency, long seq, byte[] hash, Instant openedAt) {}
