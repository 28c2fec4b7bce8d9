package coop.pools.governance.domain;

import coop.pools.kernel.RowsById;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Counts a vote without options among very many, from the rows themselves: the same as {@link CountSheet}, in arrays of
 * numbers. The people with the Pools they are in, their ballots and their delegations come in any order, every revision of
 * them; then it is counted.
 */
public final class BigCount implements RawVote.Stays, RawVote.Ballots, RawVote.Delegations {
    private static final Choice[] CHOICES = Choice.values();
    private static final int BIG = 100_000;
    /** How many numbers there are of each. */
    private static final int STAY = 3;

    private static final int BALLOT = 3;
    private static final int DELEGATION = 6;

    private final Size size;
    private final PoolsOfPeople pools;
    private final GivenOnTopic[] topics;
    private final List<Integer> alone = new ArrayList<>();

    /** With the place of the Pool. */
    private final RowsById stays = new RowsById(STAY);
    /** With {@code revision * 8 + choice + 1}. */
    private final RowsById cast = new RowsById(BALLOT);
    /** With the delegate's id, topic and revision, and the place of when it was given; below zero where nobody asks. */
    private final RowsById given = new RowsById(DELEGATION);

    private final List<RawVote.Held> helds = new ArrayList<>();
    private Optional<PeopleIndex> known = Optional.empty();
    private int pool;

    /** For each person the latest ballot as it came; 0 without one. */
    private int[] latest = {};

    /**
     * How much there may be.
     *
     * @param people about
     * @param topics that the vote is part of; none where nobody votes for another
     */
    public record Size(int people, int pools, int topics) {}

    public BigCount(Size size) {
        this.size = size;
        pools = new PoolsOfPeople(size.pools());
        topics = new GivenOnTopic[size.topics()];
    }

    @Override
    public void pool(long high, long low) {
        pool = pools.add(high, low);
    }

    @Override
    public void stay(long high, long low) {
        stays.add(high, low, pool);
    }

    /** Everybody is here. Once this was said, ballots may be taken on one side and delegations on another one. */
    public void peopleKnown() {
        if (known.isEmpty()) {
            PeopleIndex people = new PeopleIndex(stays.size());
            pools.people(stays.size());
            stays.each((rows, from, count) -> {
                for (int at = from; at < from + count * STAY; at += STAY) {
                    pools.stay(people.add(rows[at], rows[at + 1]), (int) rows[at + 2]);
                }
            });
            stays.clear();
            latest = new int[people.size()];
            known = Optional.of(people);
        }
    }

    private PeopleIndex people() {
        peopleKnown();
        return known.orElseThrow();
    }

    @Override
    public void ballot(long high, long low, int revision, int choice) {
        cast.add(high, low, revision << 3 | choice + 1);
    }

    private void takeBallots() {
        PeopleIndex people = people();
        int[] places = new int[RowsById.TOGETHER];
        cast.each((rows, from, count) -> {
            people.of(rows, from, BALLOT, count, places);
            for (int i = 0; i < count; i++) {
                int said = (int) rows[from + i * BALLOT + 2];
                if (places[i] != PeopleIndex.NOBODY && said >> 3 > latest[places[i]] >> 3) {
                    latest[places[i]] = said;
                }
            }
        });
        cast.clear();
    }

    @Override
    public void delegation(int topic, long high, long low, int revision, long toHigh, long toLow, RawVote.Held held) {
        boolean asked = held != RawVote.Held.UNASKED;
        given.add(high, low, toHigh, toLow, (long) topic << 32 | revision, asked ? helds.size() : -1);
        if (asked) {
            helds.add(held);
        }
    }

    /** Every delegation is here; to be said after {@link #peopleKnown}, and not while others come. */
    public void delegationsKnown() {
        PeopleIndex people = people();
        int[] persons = new int[RowsById.TOGETHER];
        int[] delegates = new int[RowsById.TOGETHER];
        given.each((rows, from, count) -> {
            people.of(rows, from, DELEGATION, count, persons);
            people.of(rows, from + 2, DELEGATION, count, delegates);
            for (int i = 0; i < count; i++) {
                if (persons[i] != PeopleIndex.NOBODY) {
                    take(rows, from + i * DELEGATION, persons[i], delegates[i]);
                }
            }
        });
        given.clear();
    }

    private void take(long[] rows, int at, int person, int delegate) {
        boolean ended = (rows[at + 2] | rows[at + 3]) == 0;
        int held = (int) rows[at + 5];
        topic((int) (rows[at + 4] >> 32))
                .add(
                        person,
                        (int) rows[at + 4],
                        ended ? GivenOnTopic.ENDED : GivenOnTopic.to(delegate),
                        held < 0 ? RawVote.Held.UNASKED : helds.get(held));
    }

    private GivenOnTopic topic(int topic) {
        if (topics[topic] == null) {
            topics[topic] = new GivenOnTopic(people().size(), topics.length > 1);
        }
        return topics[topic];
    }

    /** Whether there may be so many that it pays to read from two sides. */
    public boolean isBig() {
        return size.people() > BIG;
    }

    /** For this person nobody else may vote. */
    public void votesAlone(UUID person) {
        int place = people().of(person.getMostSignificantBits(), person.getLeastSignificantBits());
        if (place != PeopleIndex.NOBODY) {
            alone.add(place);
        }
    }

    /** What it comes to: in people, and for each member of a Flood in those who count for it. */
    public record Result(BallotCount ballots, long[] agree, long[] disagree) {
        /** How each of these members stands. */
        public List<PoolsCount.Line> lines(List<UUID> members) {
            return IntStream.range(0, members.size())
                    .mapToObj(place -> new PoolsCount.Line(members.get(place), agree[place], disagree[place]))
                    .toList();
        }
    }

    /** @param seats for each Pool the places of the members that its people count for; may leave Pools out */
    public Result count(Map<UUID, int[]> seats, int members) {
        int people = people().size();
        takeBallots();
        delegationsKnown();
        int[] said = said(people);
        long[] sums = new long[CHOICES.length + 1];
        for (int place = 0; place < people; place++) {
            sums[said[place] + 1]++;
        }
        long blocks = sums[Choice.BLOCK.ordinal() + 1];
        BallotCount count = new BallotCount(
                sums[Choice.AGREE.ordinal() + 1],
                sums[Choice.DISAGREE.ordinal() + 1] + blocks,
                sums[Choice.ABSTAIN.ordinal() + 1],
                blocks);
        long[][] byMember = pools.count(said, people, seats, members);
        return new Result(count, byMember[0], byMember[1]);
    }

    /** For each place the choice that counts for the person; {@link Delegates#NONE} for none, and after the last place. */
    private int[] said(int people) {
        int[] said = new int[people + 1];
        for (int place = 0; place < people; place++) {
            said[place] = (latest[place] & 7) - 1;
        }
        said[people] = Delegates.NONE;
        long[] since = new long[topics.length > 1 ? said.length : 0];
        Arrays.fill(since, Long.MIN_VALUE);
        for (GivenOnTopic topic : topics) {
            if (topic != null) {
                topic.fill(said, since);
            }
        }
        alone.forEach(place -> said[place] = Math.max(said[place], Delegates.NONE));
        Delegates.resolve(said);
        return said;
    }

    /** The latest delegations on one topic. */
    private static final class GivenOnTopic {
        /** It has ended: a wider topic may count. */
        private static final int ENDED = 0;
        /** Stands for a delegate who may not vote: the person has decided, for nobody. */
        private static final int STRANGER = 1;
        /** Places of delegates are kept so much higher. */
        private static final int FIRST = 2;

        private static int to(int place) {
            return place == PeopleIndex.NOBODY ? STRANGER : place + FIRST;
        }

        /** Revision and delegate of the latest one; 0 without one. */
        private final long[] latest;
        /** When it was given and when it ends; only where there are wider topics. */
        private final long[] given;

        private final long[] ends;

        private GivenOnTopic(int room, boolean several) {
            latest = new long[room];
            given = new long[several ? room : 0];
            ends = new long[several ? room : 0];
        }

        private void add(int place, int revision, int to, RawVote.Held held) {
            if (revision > latest[place] >> 32) {
                latest[place] = (long) revision << 32 | to;
                if (given.length > 0) {
                    given[place] = held.given();
                    ends[place] = held.ends();
                }
            }
        }

        /**
         * Where nothing is said yet, whom to ask. As {@link Delegation#effective}: a wider topic only counts if given
         * since a narrower one has ended.
         */
        private void fill(int[] said, long[] since) {
            int nobody = said.length - 1;
            for (int place = 0; place < nobody; place++) {
                boolean open = latest[place] != 0 && said[place] == Delegates.NONE;
                if (!open || since.length > 0 && given[place] < since[place]) {
                    continue;
                }
                int to = (int) latest[place];
                if (to != ENDED) {
                    said[place] = Delegates.open(to == STRANGER ? nobody : to - FIRST);
                } else if (since.length > 0) {
                    since[place] = ends[place];
                }
            }
        }
    }
}
