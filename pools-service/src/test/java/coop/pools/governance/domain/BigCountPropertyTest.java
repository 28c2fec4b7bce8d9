package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.BasisPoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is counted in arrays is what the sheet and the web of delegations say, object by object. */
class BigCountPropertyTest {
    private static final VotingRule RULE = new VotingRule(
            new BasisPoints(5000),
            VotingRule.Base.CAST,
            new BasisPoints(2000),
            3,
            48,
            120,
            24,
            VotingRule.Manners.USUAL,
            Optional.of(new BasisPoints(5000)));
    private static final List<Topic> TOPICS = Topic.ofBucket("garden").wider();
    private static final Instant CLOSE = Instant.parse("2026-03-01T00:00:00Z");

    /** Two Pools for themselves, a third for a Flood within that the second is in as well. */
    private static final Map<UUID, int[]> SEATS =
            Map.of(pool(0), new int[] {0}, pool(1), new int[] {1, 2}, pool(2), new int[] {2});

    private static final List<UUID> MEMBERS = List.of(pool(0), pool(1), new UUID(9, 9));

    @Property(tries = 300)
    void poolsAndPeopleStandAsOnTheSheet(@ForAll @IntRange(min = 1, max = 30) int people, @ForAll long seed) {
        Random random = new Random(seed);
        BigCount big = new BigCount(new BigCount.Size(people, 3, 1));
        List<List<Integer>> poolsOf = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Integer> pools = new ArrayList<>(IntStream.range(0, 3)
                    .filter(pool -> random.nextBoolean())
                    .boxed()
                    .toList());
            poolsOf.add(pools.isEmpty() ? List.of(0) : pools);
        }
        for (int pool = 0; pool < 3; pool++) {
            big.pool(7, pool);
            for (int person = 0; person < people; person++) {
                if (poolsOf.get(person).contains(pool)) {
                    big.stay(1, person);
                }
            }
        }
        List<CountSheet.Cast> ballots = new ArrayList<>();
        List<CountSheet.Edge> edges = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            List<Integer> places = poolsOf.get(person).stream()
                    .flatMapToInt(pool -> IntStream.of(SEATS.get(pool(pool))))
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            int revisions = random.nextInt(4);
            for (int revision = revisions; revision >= 1; revision--) {
                Choice choice = Choice.values()[random.nextInt(4)];
                boolean withdrawn = random.nextInt(5) == 0;
                big.ballot(1, person, revision, withdrawn ? RawVote.WITHDRAWN : choice.ordinal());
                if (revision == revisions && !withdrawn) {
                    ballots.add(new CountSheet.Cast(Optional.of(id(person)), Mark.of(choice), "r" + person, places));
                }
            }
            int delegate = random.nextInt(people);
            if (delegate != person) {
                edges.add(new CountSheet.Edge(id(person), id(delegate), places));
                big.delegation(0, 1, person, 1, 1, delegate, RawVote.Held.UNASKED);
            }
        }
        Outcome sheet = new CountSheet(
                        new UUID(5, 5),
                        BallotPaper.USUAL,
                        RULE,
                        new Electorate(people, people),
                        ballots,
                        edges,
                        MEMBERS)
                .count()
                .outcome();
        BigCount.Result result = big.count(SEATS, MEMBERS.size());
        assertThat(result.ballots()).isEqualTo(sheet.ballots());
        assertThat(result.lines(MEMBERS)).isEqualTo(sheet.pools().orElseThrow().lines());
    }

    @Property(tries = 300)
    void delegationsOnNarrowAndWideTopicsHoldAsInTheirWeb(@ForAll long seed) {
        Random random = new Random(seed);
        int people = 6;
        BigCount big = new BigCount(new BigCount.Size(people, 1, TOPICS.size()));
        big.pool(7, 0);
        IntStream.range(0, people).forEach(person -> big.stay(1, person));
        RawVote.Kept kept = new RawVote.Kept();
        List<Delegation> latest = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            for (int place = 0; place < TOPICS.size(); place++) {
                int revisions = random.nextInt(3);
                Optional<Delegation> last = Optional.empty();
                for (int revision = 1; revision <= revisions; revision++) {
                    last = Optional.of(delegation(random, person, people, place, revision));
                    give(kept, place, last.get());
                }
                last.ifPresent(latest::add);
            }
        }
        kept.to(big);
        // The last one votes, so that whoever reaches them counts.
        big.ballot(1, people - 1, 1, Choice.AGREE.ordinal());
        Map<UUID, UUID> delegates = new HashMap<>(new DelegationWeb(latest, CLOSE).delegates(TOPICS.get(0)));
        long reaching = IntStream.range(0, people)
                .filter(person -> reaches(delegates, id(person), id(people - 1), people))
                .count();
        assertThat(big.count(Map.of(), 0).ballots()).isEqualTo(new BallotCount(reaching, 0, 0));
    }

    private static boolean reaches(Map<UUID, UUID> delegates, UUID from, UUID to, int most) {
        UUID at = from;
        for (int steps = 0; at != null && steps <= most; steps++) {
            if (at.equals(to)) {
                return true;
            }
            at = delegates.get(at);
        }
        return false;
    }

    private static Delegation delegation(Random random, int person, int people, int topic, int revision) {
        Instant given = CLOSE.minusSeconds(1 + random.nextInt(20));
        boolean ended = random.nextInt(3) == 0;
        int to = random.nextInt(people);
        return ended || to == person
                ? new Delegation(id(person), TOPICS.get(topic), revision, Optional.empty(), given, Optional.empty())
                : new Delegation(
                        id(person),
                        TOPICS.get(topic),
                        revision,
                        Optional.of(id(to)),
                        given,
                        Optional.of(given.plusSeconds(1 + random.nextInt(30))));
    }

    private static void give(RawVote.Delegations each, int topic, Delegation row) {
        Optional<UUID> to = row.delegate().filter(delegate -> row.holdsAt(CLOSE));
        each.delegation(
                topic,
                1,
                row.person().getLeastSignificantBits(),
                row.revision(),
                to.isPresent() ? 1 : 0,
                to.map(UUID::getLeastSignificantBits).orElse(0L),
                new RawVote.Held(
                        RawVote.micros(row.givenAt()),
                        RawVote.micros(row.expiresAt().orElse(row.givenAt()))));
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private static UUID pool(int number) {
        return new UUID(7, number);
    }
}
