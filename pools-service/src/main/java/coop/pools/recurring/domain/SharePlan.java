package coop.pools.recurring.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a part of every payment goes.
 *
 * @param bucket a slug; empty for the Pool as a whole
 * @param basisPoints of the payment, from 1
 */
public record SharePlan(UUID pool, Optional<String> bucket, int basisPoints) {}
