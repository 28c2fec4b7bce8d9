package coop.pools.flood.web;

import coop.pools.custody.ReadFloodStewards;
import coop.pools.custody.ReadFloodStewards.Acting;
import coop.pools.custody.ReadFloodStewards.Steward;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.domain.Flood;
import coop.pools.identity.ReadPeople;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who the stewards of a Flood are, for everybody: on its page, beside its compact and in the API. */
public final class StewardLines {
    private static final int SHOWN = 50;

    private final ReadFloodStewards stewards;
    private final ReadFloods floods;
    private final ReadPeople people;

    public StewardLines(ReadFloodStewards stewards, ReadFloods floods, ReadPeople people) {
        this.stewards = stewards;
        this.floods = floods;
        this.people = people;
    }

    Shown of(Flood flood) {
        StewardsJson json = json(flood);
        Map<String, String> pools =
                floods.poolsAtAllLevels(flood).stream().collect(Collectors.toMap(MemberPool::slug, MemberPool::name));
        return new Shown(
                json.acting(),
                stewards.elects(flood.id()),
                json.people().stream()
                        .limit(SHOWN)
                        .map(one -> Line.of(one, pools))
                        .toList(),
                Math.max(0, json.people().size() - SHOWN));
    }

    StewardsJson json(Flood flood) {
        Acting acting = stewards.of(flood.id());
        Map<UUID, String> names = people.names(acting.people());
        Map<UUID, MemberPool> pools = acting.stewards().isEmpty() || acting.elected()
                ? Map.of()
                : floods.poolsAtAllLevels(flood).stream()
                        .collect(Collectors.toMap(MemberPool::id, Function.identity()));
        String how = acting.elected() ? "elected" : "one_per_pool";
        return new StewardsJson(
                acting.stewards().isEmpty() ? "nobody" : how,
                acting.stewards().stream()
                        .map(one -> StewardsJson.StewardJson.of(one, names, pools))
                        .toList());
    }

    /**
     * The stewards of a Flood, in the API.
     *
     * @param acting how those came to it who act now: {@code one_per_pool}, also while nobody is elected, {@code
     *     elected}, or {@code nobody}
     * @param people each once
     */
    public record StewardsJson(String acting, List<StewardJson> people) {
        /**
         * A steward; who they are is public.
         *
         * @param pools the slugs of the Pools that send this one; none for one who was elected
         * @param since when the person became a steward: of the Flood where elected, else of the first of these Pools
         * @param vote that elected the person
         * @param until when the term ends, unless nobody follows
         */
        public record StewardJson(
                UUID id, String name, List<String> pools, Instant since, Optional<UUID> vote, Optional<Instant> until) {
            static StewardJson of(Steward one, Map<UUID, String> names, Map<UUID, MemberPool> pools) {
                return new StewardJson(
                        one.person(),
                        names.getOrDefault(one.person(), "Former member"),
                        one.pools().stream()
                                .filter(pools::containsKey)
                                .map(pool -> pools.get(pool).slug())
                                .sorted()
                                .toList(),
                        one.since(),
                        one.namedBy(),
                        one.until());
            }
        }
    }

    /**
     * What pages show.
     *
     * @param elects whether the compact says that they are elected; until somebody is, each Pool sends one
     * @param more how many are not shown
     */
    public record Shown(String acting, boolean elects, List<Line> lines, int more) {
        public boolean elected() {
            return acting.equals("elected");
        }
    }

    /** @param vote the id of the vote that elected them; empty for one whom Pools send */
    public record Line(String name, List<PoolLink> pools, String since, String vote, String until) {
        static Line of(StewardsJson.StewardJson one, Map<String, String> pools) {
            return new Line(
                    one.name(),
                    one.pools().stream()
                            .map(slug -> new PoolLink("/pools/" + slug + "/custody", pools.getOrDefault(slug, slug)))
                            .toList(),
                    InstantText.day(one.since()),
                    one.vote().map(UUID::toString).orElse(""),
                    one.until().map(InstantText::day).orElse(""));
        }
    }

    /** Where the stewards of a Pool are. */
    public record PoolLink(String path, String name) {}
}
