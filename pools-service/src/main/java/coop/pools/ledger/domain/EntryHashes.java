package coop.pools.ledger.domain;

/**
 * How entries are committed to. There is one way, {@link #CHAINED}; that it can be exchanged lets the benchmark measure
 * what the chain costs, and is no setting of the product.
 */
public interface EntryHashes {
    /** As {@link HashChain} has it. */
    EntryHashes CHAINED = new EntryHashes() {
        @Override
        public byte[] commitment(byte[] salt, String text) {
            return HashChain.commitment(salt, text);
        }

        @Override
        public byte[] hash(byte[] previous, Entry entry) {
            return HashChain.hash(previous, entry);
        }
    };

    byte[] commitment(byte[] salt, String text);

    byte[] hash(byte[] previous, Entry entry);
}
