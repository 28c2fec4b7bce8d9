/** Stripe: the only place that imports its SDK, and the reading of events in its shapes, which the sandbox shares. */
package coop.pools.integrations.payments.stripe;
