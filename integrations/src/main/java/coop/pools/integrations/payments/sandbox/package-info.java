/**
 * A card processor inside the application, for trying Pools out: the same port, the same events in Stripe's shapes, the
 * same signatures, no money. What it does follows from what it is asked and from the clock it is given; it knows no chance.
 */
package coop.pools.integrations.payments.sandbox;
