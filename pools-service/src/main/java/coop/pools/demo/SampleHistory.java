package coop.pools.demo;

import static coop.pools.demo.SampleActs.euros;

import coop.pools.bucket.domain.Bucket;
import coop.pools.flood.InvitePools;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.pool.domain.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Six weeks in the life of three Pools and a Flood, lived through the same use cases as everybody's, so that nothing a
 * newcomer opens is empty. Nobody in it is real. The organiser Ana's own groups are left for the newcomer's click.
 */
public final class SampleHistory {
    /** How long the history takes; it ends now. */
    public static final Duration LENGTH = Duration.ofHours(1096);

    private final SampleActs acts;
    private final HistoryClock clock;
    private final Runnable dueWork;

    public SampleHistory(SampleActs acts, HistoryClock clock, Runnable dueWork) {
        this.acts = acts;
        this.clock = clock;
        this.dueWork = dueWork;
    }

    /** Lives it; the clock must stand {@link #LENGTH} before now. */
    public void live() {
        Pool garden = acts.poolOfGroup("ben", "corner-garden", "To keep a garden that everyone on the corner can use.");
        acts.join(garden, "ana", "chi", "dee", "eli", "fay");
        pass(Duration.ofDays(1));
        acts.contribute(garden, "ben", 5_000);
        acts.contribute(garden, "ana", 2_500);
        acts.contribute(garden, "chi", 4_000);
        acts.contributeAsGuest(garden, "A neighbour", 1_500);
        acts.giveMonthly(garden, "eli", 1_000);
        UUID seeds = paySeeds(garden);
        acts.contribute(garden, "dee", 6_000);
        changeVotingTime(garden);

        Pool kitchen = acts.poolOfGroup("chi", "sunday-kitchen", "To cook for whoever is hungry on a Sunday.");
        acts.join(kitchen, "ana", "gus", "hal");
        acts.contribute(kitchen, "chi", 8_000);
        acts.contribute(kitchen, "gus", 3_000);
        Bucket pots = acts.bucket(kitchen, "gus", "Big pots", "Two pots that feed fifty.", 15_000);
        acts.contributeInto(kitchen, pots, "hal", 2_500);
        Pool repair = acts.poolOfFile(
                "dee",
                "Repair Café",
                "Name;Role\nDee;Organiser\nEli;Member\nIvy;Member\nJon;Member\nKim;Member\n",
                "To mend things together rather than throw them away.");
        acts.join(repair, "eli", "ivy", "jon");
        acts.contribute(repair, "dee", 4_500);
        acts.contribute(repair, "ivy", 2_500);
        pass(Duration.ofDays(2));

        Flood fair = gather(garden, kitchen, repair);
        UUID round = payTents(garden, fair);
        giveShares(round);
        acts.contributeAndDispute(repair, "A passer-by", 1_200);
        leaveOpen(garden, kitchen, fair, seeds);
    }

    private UUID paySeeds(Pool garden) {
        UUID nursery = acts.payee("ben", BodyRef.Kind.POOL, garden.slug(), "Green Seeds Nursery");
        UUID proposal = acts.propose(
                "ben",
                BodyRef.pool(garden.id()),
                "Seeds and compost for spring",
                "Beans, chard, marigolds and **ten bags of compost**.\n\nThe nursery gives us the club price until Friday.",
                new Action.Pay(nursery, euros(6_000), "Seeds and ten bags of compost"));
        acts.say("ana", proposal, "Could we have sunflowers along the fence, too?");
        acts.say("ben", proposal, "They are in: two packets, from last year's money.");
        pass(Duration.ofHours(49));
        acts.vote(proposal, Choice.AGREE, "", "ben", "ana", "dee");
        acts.vote(proposal, Choice.DISAGREE, "I would rather swap seeds with the school.", "chi");
        pass(Duration.ofHours(146));
        return nursery;
    }

    private void changeVotingTime(Pool garden) {
        UUID proposal = acts.propose(
                "dee",
                BodyRef.pool(garden.id()),
                "Vote for four days instead of five",
                "Five days are long when the beans are waiting.",
                new Action.ChangeRules(Map.of("vote.hours", 96)));
        pass(Duration.ofHours(49));
        acts.vote(proposal, Choice.AGREE, "", "ben", "ana", "dee", "eli", "chi");
        pass(Duration.ofHours(146));
    }

    private Flood gather(Pool garden, Pool kitchen, Pool repair) {
        Flood fair = acts.flood(
                "ben",
                "Neighbourhood Fair",
                "One afternoon in the park: food, repairs and plants to take home.",
                List.of(garden.slug(), kitchen.slug(), repair.slug()));
        pass(Duration.ofHours(49));
        UUID inGarden = invitation(fair, garden);
        UUID inKitchen = invitation(fair, kitchen);
        UUID inRepair = invitation(fair, repair);
        acts.vote(inGarden, Choice.AGREE, "", "ben", "ana", "dee", "eli");
        acts.vote(inKitchen, Choice.AGREE, "", "chi", "ana", "gus", "hal");
        acts.vote(inRepair, Choice.AGREE, "", "dee", "eli", "ivy");
        pass(Duration.ofHours(146));
        UUID fromGarden = fund("ben", garden, fair, 4_000);
        UUID fromKitchen = fund("chi", kitchen, fair, 3_000);
        UUID fromRepair = fund("dee", repair, fair, 2_000);
        pass(Duration.ofHours(49));
        acts.vote(fromGarden, Choice.AGREE, "", "ben", "ana", "dee");
        acts.vote(fromKitchen, Choice.AGREE, "", "chi", "ana", "gus");
        acts.vote(fromRepair, Choice.AGREE, "", "dee", "eli", "jon");
        pass(Duration.ofHours(146));
        return fair;
    }

    private static UUID invitation(Flood flood, Pool pool) {
        return InvitePools.proposalId(flood.id(), pool.id());
    }

    private UUID fund(String subject, Pool pool, Flood flood, long minor) {
        return acts.propose(
                subject,
                BodyRef.pool(pool.id()),
                "Put money into the " + flood.name(),
                "So that the three of us can rent what none could alone.",
                new Action.FundFlood(flood.id(), euros(minor)));
    }

    private UUID payTents(Pool garden, Flood fair) {
        UUID renter = acts.payee("ben", BodyRef.Kind.FLOOD, fair.slug(), "Tent and Table Rental");
        UUID proposal = acts.propose(
                "chi",
                BodyRef.flood(fair.id()),
                "Two tents and ten tables",
                "For the food and for the repairs. The plants can stand on the grass.",
                new Action.Pay(renter, euros(4_500), "Two tents, ten tables, one day"));
        UUID round = acts.propose(
                "fay",
                BodyRef.pool(garden.id()),
                "Everybody gives to what they want for summer",
                "Each of us has the same part of 30 euros. It goes where we put it.",
                new Action.Round(new RoundOrder.Open(
                        "Summer wishes",
                        euros(3_000),
                        List.of(
                                wish("A bench", "By the gate, in the shade.", 2_000, 1_200),
                                wish("Seed library", "A box with drawers, for everybody's seeds.", 1_200, 800),
                                wish("Bird bath", "", 900, 600)),
                        RoundOrder.Times.days(21),
                        false)));
        pass(Duration.ofHours(49));
        acts.vote(proposal, Choice.AGREE, "", "ben", "ana", "chi", "dee", "gus");
        acts.vote(proposal, Choice.ABSTAIN, "I may not be in town.", "hal");
        acts.vote(round, Choice.AGREE, "", "fay", "ben", "dee", "chi");
        pass(Duration.ofHours(146));
        return round;
    }

    private static RoundOrder.Line wish(String name, String purpose, long target, long minimum) {
        return new RoundOrder.Line(Optional.empty(), name, purpose, euros(target), Optional.of(euros(minimum)));
    }

    private void giveShares(UUID round) {
        acts.give(round, "fay", "a-bench", 500);
        acts.give(round, "ben", "a-bench", 300);
        acts.give(round, "ben", "seed-library", 200);
        acts.give(round, "dee", "seed-library", 450);
    }

    private void leaveOpen(Pool garden, Pool kitchen, Flood fair, UUID nursery) {
        UUID barrel = acts.propose(
                "eli",
                BodyRef.pool(garden.id()),
                "A rain barrel",
                "200 litres, second hand. It pays for itself by August.",
                new Action.Pay(nursery, euros(3_500), "Rain barrel with tap"));
        acts.say("fay", barrel, "Where would it stand?");
        UUID music = acts.propose(
                "ana",
                BodyRef.flood(fair.id()),
                "Music in the afternoon",
                "We ask the brass band to play for an hour, for free.",
                new Action.Statement());
        pass(Duration.ofHours(49));
        acts.vote(barrel, Choice.AGREE, "", "eli", "dee");
        acts.vote(music, Choice.AGREE, "", "ana", "ivy");
        acts.propose(
                "hal",
                BodyRef.pool(kitchen.id()),
                "Cook without meat in summer",
                "Cheaper, and everybody can eat it.",
                new Action.Statement());
        acts.contribute(kitchen, "hal", 2_000);
    }

    private void pass(Duration time) {
        clock.advance(time);
        dueWork.run();
    }
}
