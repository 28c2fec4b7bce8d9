package coop.pools.flood.domain;

import coop.pools.ledger.domain.Accounts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a Flood has in a larger one, as its own book tells it: for each of its members the part that is that member's.
 * What Pools keep for the Flood they keep for the larger one too; what the Flood holds it hands on, or keeps for the
 * larger one, as that one's compact says.
 *
 * @param parent the slug of the larger Flood
 * @param there how it belongs to the larger Flood
 * @param here how it belonged to this one before
 */
public record Pot(String parent, Fund there, Fund here) implements Comparable<Pot> {
    private static final String HANDED_ON = Accounts.inFlood("");
    private static final String KEPT = Accounts.EARMARKED_FOR;
    private static final String KEPT_BY_POOLS = Accounts.keptByPools(Accounts.EARMARKED_FOR);

    public Pot {
        if (there == Fund.TRANSFER && here == Fund.EARMARK) {
            throw new IllegalArgumentException("what a Pool keeps is not handed on");
        }
    }

    /** Where a gift to a larger Flood goes whose compact says {@code wanted}. */
    public static Pot of(String parent, Fund wanted, Fund here) {
        return new Pot(parent, here == Fund.EARMARK ? Fund.EARMARK : wanted, here);
    }

    /** Those that can hold what belongs to the larger Flood in this way. */
    public static List<Pot> of(String parent, Fund there) {
        return Arrays.stream(Fund.values())
                .filter(here -> there == Fund.EARMARK || here == Fund.TRANSFER)
                .map(here -> new Pot(parent, there, here))
                .toList();
    }

    /** Those that a book has accounts for, in a fixed order. */
    public static List<Pot> in(Collection<String> accounts) {
        return accounts.stream()
                .map(Pot::behind)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Pot> behind(String asset) {
        if (asset.startsWith(HANDED_ON)) {
            return Optional.of(new Pot(asset.substring(HANDED_ON.length()), Fund.TRANSFER, Fund.TRANSFER));
        }
        if (asset.startsWith(KEPT)) {
            return Optional.of(new Pot(asset.substring(KEPT.length()), Fund.EARMARK, Fund.TRANSFER));
        }
        return asset.startsWith(KEPT_BY_POOLS)
                ? Optional.of(new Pot(asset.substring(KEPT_BY_POOLS.length()), Fund.EARMARK, Fund.EARMARK))
                : Optional.empty();
    }

    /** A member's part that is not promised to payments of the larger Flood. */
    public String free(String member) {
        return Accounts.partAbove(word(), parent, member);
    }

    /** A member's part of what is promised there. */
    public String committed(String member) {
        return Accounts.partAbove(word() + "-committed", parent, member);
    }

    /** The other side of them. */
    public String asset() {
        return here.asset(there.atPool(parent));
    }

    private String word() {
        if (there == Fund.TRANSFER) {
            return "floods";
        }
        return here == Fund.TRANSFER ? "kept" : "earmarks-kept";
    }

    @Override
    public int compareTo(Pot other) {
        return asset().compareTo(other.asset());
    }
}
