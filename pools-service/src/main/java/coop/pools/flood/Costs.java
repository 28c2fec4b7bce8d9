package coop.pools.flood;

import coop.pools.flood.FloodTerms.Terms;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.util.List;

/**
 * How an amount of a Flood is shared: as it would be now, or as it was.
 *
 * @param lacking what all Pools together lack of what they are asked for; zero once it has happened
 * @param terms the compact's rules of the moment
 * @param lines in the order of joining
 */
public record Costs(State state, Money amount, Money lacking, Terms terms, List<Line> lines) {
    /**
     * Whether it can be paid.
     *
     * @param done whether it has happened; before that everything can still change until the vote is carried out
     * @param whole whether it can be paid, or was
     * @param covered whether others bear what some lack
     * @param stopping the names of those whose stopped payouts keep a part of it back; may be empty
     */
    public record State(boolean done, boolean whole, boolean covered, List<String> stopping) {
        public State {
            stopping = List.copyOf(stopping);
        }
    }

    public boolean done() {
        return state.done();
    }

    public boolean whole() {
        return state.whole();
    }

    public boolean covered() {
        return state.covered();
    }

    /**
     * One Pool, or a Flood that belongs to this one.
     *
     * @param free what can be drawn of it, or could just before
     * @param asked by the key alone; what was drawn once it has happened
     * @param drawn with what it covers for others; zero where nothing can be drawn at all
     * @param behind of a Flood: the Pools in it, at all levels, that bear {@code drawn}; empty once it has happened
     */
    public record Line(
            BodyRef.Kind kind, String slug, String name, Money free, Money asked, Money drawn, List<Behind> behind) {
        static Line of(Member member, Money free, Money asked, Money drawn) {
            return new Line(member.ref().kind(), member.slug(), member.name(), free, asked, drawn, List.of());
        }

        Line with(List<Behind> pools) {
            return new Line(kind, slug, name, free, asked, drawn, pools);
        }

        /** What it lacks of what it is asked for. */
        public Money lacking() {
            return asked.isMoreThan(free) ? asked.minus(free) : Money.zero(free.currency());
        }
    }

    /** What a Pool bears for a Flood that it is in. */
    public record Behind(String name, Money drawn) {}
}
