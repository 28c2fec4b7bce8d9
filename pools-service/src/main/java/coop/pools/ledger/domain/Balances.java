package coop.pools.ledger.domain;

import coop.pools.kernel.Money;

/** What a book holds: on its way, free to be spent, and promised to payouts. None is below zero. */
public record Balances(Money available, Money pending, Money reserved) {}
