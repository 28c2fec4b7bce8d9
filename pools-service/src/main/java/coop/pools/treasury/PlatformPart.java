package coop.pools.treasury;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operator's fee and the tips: whether there are any, and into which books they go. Implemented above. */
public interface PlatformPart {
    /** Asks for nothing. */
    PlatformPart NONE = new PlatformPart() {
        @Override
        public Offer offer() {
            return new Offer(0, false, 0);
        }

        @Override
        public List<Portion> keep(UUID contribution, Extra extra) {
            throw new IllegalStateException("there is neither fee nor tip here");
        }

        @Override
        public Optional<Kept> of(UUID contribution) {
            return Optional.empty();
        }
    };

    /**
     * @param feeBasisPoints of what is given; 0 for none
     * @param communityBasisPoints what of fee and tip is under the control of all Pools now
     */
    record Offer(int feeBasisPoints, boolean tips, int communityBasisPoints) {}

    /** What one book gets, above zero. */
    record Portion(UUID book, Share.Part part, Money amount) {}

    /** @param communityBasisPoints the share that was under the community's control when the payment began */
    record Kept(Extra extra, int communityBasisPoints) {}

    Offer offer();

    /** Whether it is asked for with what goes into this Pool: not where the Pool has an account of its own. */
    default boolean takesOn(UUID pool) {
        return true;
    }

    /**
     * Keeps what a payment holds for the platform, and says whose it is by the share in force at this moment: their sum
     * is all of it. The same answer when it is kept already. Called inside the transaction that stores the payment.
     */
    List<Portion> keep(UUID contribution, Extra extra);

    /** Empty where a payment holds nothing for the platform. */
    Optional<Kept> of(UUID contribution);
}
