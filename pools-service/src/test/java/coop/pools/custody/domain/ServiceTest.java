package coop.pools.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final UUID POOL = new UUID(0, 1);
    private static final UUID ANA = new UUID(0, 2);
    private static final UUID BEN = new UUID(0, 3);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aFounderIsFirstAndGoesOnWhenNamed() {
        List<Service> open = Service.open(founder(), List.of(term(BEN, 1, 11), term(ANA, 2, 12)));
        assertThat(open).extracting(Service::person).containsExactly(ANA, BEN);
        assertThat(open.get(0).since()).isEqualTo(START);
        assertThat(open.get(0).until()).contains(day(102));
    }

    @Test
    void whoeverIsNamedAnewByTheVoteThatEndsTheTermHasServedAllTheTime() {
        StewardTerm first = ended(term(BEN, 1, 11), 13, 50);
        List<Service> open = Service.open(Optional.empty(), List.of(first, term(ANA, 20, 12), term(BEN, 50, 13)));
        assertThat(Service.longest(open)).map(Service::person).contains(BEN);
        assertThat(Service.longest(open)).map(Service::since).contains(day(1));
    }

    @Test
    void aBreakBeginsAnew() {
        StewardTerm first = ended(term(BEN, 1, 11), 14, 30);
        List<Service> open = Service.open(Optional.empty(), List.of(first, term(ANA, 20, 12), term(BEN, 50, 13)));
        assertThat(Service.longest(open)).map(Service::person).contains(ANA);
        assertThat(open).extracting(Service::since).containsExactly(day(20), day(50));
    }

    @Test
    void anEndedFounderIsNoneAndBeginsAnewWhenNamedLater() {
        StewardTerm out = new StewardTerm(
                POOL, ANA, day(5), Optional.empty(), Optional.of(vote(9)), Optional.of(day(5)), Optional.empty());
        assertThat(Service.open(founder(), List.of(out))).isEmpty();
        assertThat(Service.open(founder(), List.of(out, term(ANA, 8, 10))))
                .extracting(Service::since)
                .containsExactly(day(8));
    }

    @Test
    void whoseTimeIsOverActsOnlyWhileNobodyElseDoes() {
        List<Service> both = Service.open(Optional.empty(), List.of(term(ANA, 1, 11), term(BEN, 50, 12)));
        assertThat(Service.acting(both, day(120))).extracting(Service::person).containsExactly(BEN);
        assertThat(Service.acting(both, day(100))).hasSize(2);
        assertThat(Service.acting(both, day(400))).hasSize(2);
    }

    private static Optional<Service> founder() {
        return Optional.of(Service.founder(ANA, START));
    }

    private static StewardTerm term(UUID person, int day, int vote) {
        return new StewardTerm(
                POOL,
                person,
                day(day),
                Optional.of(vote(vote)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(day(day + 100)));
    }

    private static StewardTerm ended(StewardTerm term, int vote, int day) {
        return new StewardTerm(
                term.body(),
                term.person(),
                term.since(),
                term.namedBy(),
                Optional.of(vote(vote)),
                Optional.of(day(day)),
                term.until());
    }

    private static UUID vote(int number) {
        return new UUID(1, number);
    }

    private static Instant day(int number) {
        return START.plusSeconds(86_400L * number);
    }
}
