package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Counts a vote without options among very many, from the rows themselves: the same as {@link CountSheet}, in arrays of
 * numbers. First come the people with the Pools they are in, then their ballots and
 * delegations in any order, every revision of them; then it is counted.
 */
public final class BigCount implements RawVote.Stays, RawVote.Ballots, RawVote.Delegations {
    private static final Choice[] CHOICES = Choice.values();
    /** So many places are looked for side by side. */
    private static final int AT_ONCE = 1_024;

    private final PeopleIndex people;
    private final PoolsOfPeople pools;
    private final GivenOnTopic[] topics;
    /** For each person revision and choice of the latest ballot, as {@code revision * 8 + choice + 1}; 0 without one. */
    private final int[] ballots;

    private final List<Integer> alone = new ArrayList<>();

    /** Ids of stays, or ids and numbers of ballots, until there are enough to look for their places in one go. */
    private final long[] waiting = new long[AT_ONCE * 3];

    private final int[] places = new int[AT_ONCE];
    private final GivenOnes given = new GivenOnes();
    private int stays;
    private int cast;

    /**
     * How much there may be.
     *
     * @param topics that the vote is part of; none where nobody votes for another
     */
    public record Size(int people, int pools, int topics) {}

    public BigCount(Size size) {
        people = new PeopleIndex(size.people());
        pools = new PoolsOfPeople(size.pools(), people.room());
        ballots = new int[people.room()];
        topics = new GivenOnTopic[size.topics()];
    }

    @Override
    public void pool(long high, long low) {
        takeStays();
        pools.next(high, low);
    }

    @Override
    public void stay(long high, long low) {
        if (stays == AT_ONCE) {
            takeStays();
        }
        waiting[stays * 2] = high;
        waiting[stays * 2 + 1] = low;
        stays++;
    }

    private void takeStays() {
        people.of(waiting, 2, stays, places);
        for (int i = 0; i < stays; i++) {
            boolean known = places[i] != PeopleIndex.NOBODY;
            pools.add(known ? places[i] : people.add(waiting[i * 2], waiting[i * 2 + 1]));
        }
        stays = 0;
    }

    /** Everybody is here. Once this was said, ballots may come from one side and delegations from another one. */
    public void peopleKnown() {
        if (stays > 0) {
            takeStays();
        }
    }

    @Override
    public void ballot(long high, long low, int revision, int choice) {
        if (cast == AT_ONCE) {
            takeBallots();
        }
        peopleKnown();
        waiting[cast * 3] = high;
        waiting[cast * 3 + 1] = low;
        waiting[cast * 3 + 2] = revision << 3 | choice + 1;
        cast++;
    }

    private void takeBallots() {
        people.of(waiting, 3, cast, places);
        for (int i = 0; i < cast; i++) {
            int place = places[i];
            int said = (int) waiting[i * 3 + 2];
            if (place != PeopleIndex.NOBODY && said >> 3 > ballots[place] >> 3) {
                ballots[place] = said;
            }
        }
        cast = 0;
    }

    @Override
    public void delegation(int topic, long high, long low, int revision, long toHigh, long toLow, RawVote.Held held) {
        peopleKnown();
        given.add(topic, high, low, revision, toHigh, toLow, held);
    }

    /** Whether there may be so many that it pays to read from two sides. */
    public boolean isBig() {
        return people.room() > 100_000;
    }

    /** For this person nobody else may vote. */
    public void votesAlone(UUID person) {
        peopleKnown();
        int place = people.of(person.getMostSignificantBits(), person.getLeastSignificantBits());
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
        peopleKnown();
        takeBallots();
        given.take();
        int[] said = said();
        long[] sums = new long[CHOICES.length + 1];
        for (int place = 0; place < people.size(); place++) {
            sums[said[place] + 1]++;
        }
        long blocks = sums[Choice.BLOCK.ordinal() + 1];
        BallotCount count = new BallotCount(
                sums[Choice.AGREE.ordinal() + 1],
                sums[Choice.DISAGREE.ordinal() + 1] + blocks,
                sums[Choice.ABSTAIN.ordinal() + 1],
                blocks);
        long[][] byMember = pools.count(said, people.size(), seats, members);
        return new Result(count, byMember[0], byMember[1]);
    }

    /** For each place the choice that counts for the person; {@link Delegates#NONE} for none, and after the last place. */
    private int[] said() {
        int[] said = new int[people.size() + 1];
        for (int place = 0; place < said.length; place++) {
            said[place] = (ballots[place] & 7) - 1;
        }
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

    /** Delegations until there are enough to look for the places of both sides in one go. */
    private final class GivenOnes {
        private final long[] from = new long[AT_ONCE * 2];
        private final long[] to = new long[AT_ONCE * 2];
        private final int[] revisions = new int[AT_ONCE];
        private final int[] about = new int[AT_ONCE];
        private final RawVote.Held[] helds = new RawVote.Held[AT_ONCE];
        private final int[] persons = new int[AT_ONCE];
        private final int[] delegates = new int[AT_ONCE];
        private int size;

        private void add(int topic, long high, long low, int revision, long toHigh, long toLow, RawVote.Held held) {
            if (size == AT_ONCE) {
                take();
            }
            from[size * 2] = high;
            from[size * 2 + 1] = low;
            to[size * 2] = toHigh;
            to[size * 2 + 1] = toLow;
            revisions[size] = revision;
            about[size] = topic;
            helds[size++] = held;
        }

        private void take() {
            people.of(from, 2, size, persons);
            people.of(to, 2, size, delegates);
            for (int i = 0; i < size; i++) {
                if (persons[i] != PeopleIndex.NOBODY) {
                    boolean ended = (to[i * 2] | to[i * 2 + 1]) == 0;
                    topic(about[i])
                            .add(
                                    persons[i],
                                    revisions[i],
                                    ended ? GivenOnTopic.ENDED : GivenOnTopic.to(delegates[i]),
                                    helds[i]);
                }
            }
            size = 0;
        }

        private GivenOnTopic topic(int topic) {
            if (topics[topic] == null) {
                topics[topic] = new GivenOnTopic(people.room(), topics.length > 1);
            }
            return topics[topic];
        }
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
