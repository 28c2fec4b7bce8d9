package coop.pools.flood;

import coop.pools.flood.FloodModelRun.Kind;
import coop.pools.flood.FloodModelRun.Move;
import java.util.List;

/** How sequences begin, so that what takes many steps to come about is played often. */
final class ModelOpenings {
    private ModelOpenings() {}

    /** One of five. */
    static List<Move> of(int number) {
        return List.of(NESTED, LACKING, STOPPED, COMING_BACK, BY_HAND).get(number % 5);
    }

    /** Every fifth sequence begins where a Flood has money in a larger one that pays, and a round is open. */
    private static final List<Move> NESTED = List.of(
            new Move(Kind.CONTRIBUTE, 0, 0, 300),
            new Move(Kind.CONTRIBUTE, 1, 0, 300),
            new Move(Kind.JOIN, 0, 0, 1),
            new Move(Kind.JOIN, 1, 0, 1),
            new Move(Kind.JOIN, 1, 1, 1),
            new Move(Kind.JOIN, 2, 1, 1),
            new Move(Kind.NEST, 0, 1, 4),
            new Move(Kind.FUND, 0, 0, 101),
            new Move(Kind.FUND, 1, 0, 200),
            new Move(Kind.PLEDGE, 0, 0, 40),
            new Move(Kind.PLEDGE, 1, 1, 41),
            new Move(Kind.GIVE_UP, 0, 1, 124),
            new Move(Kind.RESERVE, 1, 1, 37),
            new Move(Kind.PAID, 0, 1, 1),
            new Move(Kind.ROUND, 1, 1, 61),
            new Move(Kind.GIVE, 0, 0, 19));

    /** And every fifth with a round of kept money that ends, and a Pool that lacks what came home to it. */
    private static final List<Move> LACKING = List.of(
            new Move(Kind.CONTRIBUTE, 0, 0, 300),
            new Move(Kind.CONTRIBUTE, 1, 0, 300),
            new Move(Kind.JOIN, 0, 0, 1),
            new Move(Kind.JOIN, 1, 0, 1),
            new Move(Kind.JOIN, 0, 1, 1),
            new Move(Kind.JOIN, 1, 1, 1),
            new Move(Kind.RULE, 0, 0, 7),
            new Move(Kind.FUND, 0, 0, 200),
            new Move(Kind.FUND, 1, 0, 100),
            new Move(Kind.ROUND, 0, 0, 60),
            new Move(Kind.GIVE, 0, 0, 40),
            new Move(Kind.GIVE, 1, 0, 41),
            new Move(Kind.LEAVE, 1, 0, 1),
            new Move(Kind.END_ROUND, 1, 0, 1),
            new Move(Kind.DISPUTE, 0, 0, 1),
            new Move(Kind.LEAVE, 0, 0, 1),
            new Move(Kind.FUND, 0, 1, 50));

    /** And every fifth with payments that need money kept by who is stopped, one of them on its way. */
    private static final List<Move> STOPPED = List.of(
            new Move(Kind.CONTRIBUTE, 0, 0, 300),
            new Move(Kind.CONTRIBUTE, 1, 0, 300),
            new Move(Kind.JOIN, 0, 0, 1),
            new Move(Kind.JOIN, 1, 0, 1),
            new Move(Kind.JOIN, 1, 1, 1),
            new Move(Kind.JOIN, 2, 1, 1),
            new Move(Kind.RULE, 0, 0, 6),
            new Move(Kind.RULE, 0, 1, 14),
            new Move(Kind.NEST, 0, 1, 4),
            new Move(Kind.FUND, 0, 0, 120),
            new Move(Kind.FUND, 1, 0, 90),
            new Move(Kind.FUND, 1, 1, 70),
            new Move(Kind.GIVE_UP, 0, 1, 100),
            new Move(Kind.RESERVE, 1, 1, 50),
            new Move(Kind.STOP, 0, 0, 4),
            new Move(Kind.PAID, 0, 0, 1),
            new Move(Kind.RESERVE, 1, 1, 40),
            new Move(Kind.RESERVE, 1, 0, 30),
            new Move(Kind.RESERVE, 1, 1, 100));

    /** And every fifth with a Pool that comes back while a payment is on its way that has its money. */
    private static final List<Move> COMING_BACK = List.of(
            new Move(Kind.CONTRIBUTE, 0, 0, 300),
            new Move(Kind.CONTRIBUTE, 1, 0, 300),
            new Move(Kind.JOIN, 0, 0, 1),
            new Move(Kind.JOIN, 1, 0, 1),
            new Move(Kind.RULE, 0, 0, 6),
            new Move(Kind.FUND, 0, 0, 120),
            new Move(Kind.FUND, 1, 0, 120),
            new Move(Kind.RESERVE, 1, 0, 60),
            new Move(Kind.RESERVE, 1, 0, 20),
            new Move(Kind.LEAVE, 0, 0, 1),
            new Move(Kind.JOIN, 0, 0, 1),
            new Move(Kind.RESERVE, 1, 0, 10),
            new Move(Kind.PAID, 0, 0, 1),
            new Move(Kind.RESERVE, 1, 0, 10),
            new Move(Kind.FUND, 0, 0, 61),
            new Move(Kind.RESERVE, 1, 0, 30),
            new Move(Kind.RELEASE, 0, 0, 1),
            new Move(Kind.RESERVE, 1, 0, 30));

    /** And every fifth with a Pool that hands money over by hand, by votes and pledges, some of it while it leaves and comes
     *  back; what goes home is taken back when it has been spent. */
    private static final List<Move> BY_HAND = List.of(
            new Move(Kind.CONTRIBUTE, 2, 0, 300),
            new Move(Kind.CONTRIBUTE, 1, 0, 300),
            new Move(Kind.JOIN, 2, 0, 1),
            new Move(Kind.JOIN, 1, 0, 1),
            new Move(Kind.JOIN, 1, 1, 1),
            new Move(Kind.JOIN, 0, 1, 1),
            new Move(Kind.RULE, 0, 0, 6),
            new Move(Kind.FUND, 2, 0, 101),
            new Move(Kind.SEND, 0, 0, 1),
            new Move(Kind.ARRIVE, 0, 0, 1),
            new Move(Kind.FUND, 1, 0, 90),
            new Move(Kind.FUND, 2, 0, 50),
            new Move(Kind.SEND, 0, 0, 1),
            new Move(Kind.RESERVE, 1, 0, 60),
            new Move(Kind.LEAVE, 2, 0, 1),
            new Move(Kind.ARRIVE, 0, 0, 1),
            new Move(Kind.RELEASE, 0, 0, 1),
            new Move(Kind.SEND_HOME, 2, 0, 1),
            new Move(Kind.COME_HOME, 0, 0, 4),
            new Move(Kind.SEND_HOME, 2, 0, 1),
            new Move(Kind.COME_HOME, 0, 0, 1),
            new Move(Kind.TAKE_HOME, 0, 0, 20),
            new Move(Kind.JOIN, 2, 0, 1),
            new Move(Kind.FUND, 2, 0, 260),
            new Move(Kind.SEND, 0, 0, 1),
            new Move(Kind.ARRIVE, 0, 0, 1),
            new Move(Kind.TAKE_HOME, 0, 0, 100),
            new Move(Kind.SEND_HOME, 2, 0, 1),
            new Move(Kind.COME_HOME, 0, 0, 1),
            new Move(Kind.CONTRIBUTE, 2, 0, 300),
            new Move(Kind.CONTRIBUTE, 2, 0, 300),
            new Move(Kind.PLEDGE, 2, 0, 40),
            new Move(Kind.PLEDGE, 2, 0, 151),
            new Move(Kind.MONTH, 0, 0, 1),
            new Move(Kind.SEND, 0, 0, 1),
            new Move(Kind.SEND, 0, 0, 6),
            new Move(Kind.ARRIVE, 0, 0, 1),
            new Move(Kind.CONTRIBUTE, 2, 0, 300),
            new Move(Kind.MONTH, 0, 0, 1),
            new Move(Kind.SEND, 0, 0, 1),
            new Move(Kind.LEAVE, 2, 0, 1),
            new Move(Kind.ARRIVE, 0, 0, 1),
            new Move(Kind.JOIN, 2, 0, 1),
            new Move(Kind.MERGE, 1, 0, 1));
}
