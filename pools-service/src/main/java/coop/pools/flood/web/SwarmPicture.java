package coop.pools.flood.web;

import coop.pools.flood.Swarm;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A swarm as a picture: the Flood in the middle, its Pools around it as large as what they have in it, a band of money
 * and a dotted band of people from each. All lengths are in units of a picture that is {@link #SIDE} wide and high.
 *
 * @param rest the Pools that have no circle of their own; 0 when all have one
 * @param words what the picture shows, for those who do not see it
 */
public record SwarmPicture(List<Circle> circles, int middle, List<Line> lines, int rest, String words) {
    static final int SIDE = 6400;

    /** More would not be told apart on a phone. */
    static final int MOST_CIRCLES = 12;

    static final int LARGEST = 560;
    static final int SMALLEST = 140;

    private static final int MIDDLE = 620;
    private static final int RING = 2220;
    private static final int WIDEST = 160;
    private static final int UP = 120;
    private static final int UNDER = 240;
    private static final int OVER = 90;
    private static final int EDGE = 120;
    private static final int LONGEST_NAME = 18;

    /** A Pool in the picture; {@code labelY} is the base of its name, {@code label} the name cut short. */
    public record Circle(String slug, int x, int y, int r, int labelY, String label, String title) {}

    /**
     * A Pool in words.
     *
     * @param moneyWidth of the band between Pool and Flood
     * @param peopleWidth of the dotted band beside it
     */
    public record Line(
            String slug,
            String name,
            String people,
            String given,
            String spent,
            String has,
            int moneyWidth,
            int peopleWidth) {}

    /** How high it is: below the lowest name there is nothing to see. */
    public int height() {
        return circles.stream()
                        .mapToInt(circle -> Math.max(circle.labelY(), circle.y() + circle.r()))
                        .reduce(SIDE / 2 - UP + middle, Math::max)
                + EDGE;
    }

    /** The largest Pools clockwise from the top. */
    static SwarmPicture of(Swarm swarm) {
        List<Swarm.Part> parts = swarm.parts().stream()
                .sorted(Comparator.comparing(
                                (Swarm.Part part) -> part.standing().all())
                        .reversed()
                        .thenComparing(Swarm.Part::slug))
                .toList();
        List<Swarm.Part> drawn = parts.subList(0, Math.min(MOST_CIRCLES, parts.size()));
        long mostStake = most(drawn.stream().map(part -> part.standing().all()).toList());
        List<Circle> circles = new ArrayList<>();
        for (int place = 0; place < drawn.size(); place++) {
            circles.add(circle(drawn.get(place), 2 * Math.PI * place / drawn.size() - Math.PI / 2, mostStake));
        }
        long mostGiven = most(parts.stream().map(Swarm.Part::given).toList());
        long mostPeople = parts.stream().mapToLong(Swarm.Part::people).max().orElse(0);
        List<Line> lines =
                parts.stream().map(part -> line(part, mostGiven, mostPeople)).toList();
        return new SwarmPicture(circles, MIDDLE, lines, parts.size() - drawn.size(), words(swarm));
    }

    private static Circle circle(Swarm.Part part, double angle, long most) {
        int r = SMALLEST + part(LARGEST - SMALLEST, part.standing().all().minorUnits(), most);
        int x = SIDE / 2 + (int) Math.round(RING * Math.cos(angle));
        int y = SIDE / 2 - UP + (int) Math.round(RING * Math.sin(angle));
        String label = part.name().length() > LONGEST_NAME
                ? part.name().substring(0, LONGEST_NAME - 1).strip() + "\u2026"
                : part.name();
        boolean above = y < SIDE / 2 - UP - MIDDLE;
        return new Circle(part.slug(), x, y, r, above ? y - r - OVER : y + r + UNDER, label, title(part));
    }

    private static Line line(Swarm.Part part, long mostGiven, long mostPeople) {
        return new Line(
                part.slug(),
                part.name(),
                count(part.people()),
                MoneyText.of(part.given()),
                MoneyText.of(part.spent()),
                MoneyText.of(part.standing().all()),
                part(WIDEST, part.given().minorUnits(), mostGiven),
                part(WIDEST, part.people(), mostPeople));
    }

    /** Areas, not lengths, are in proportion. */
    private static int part(int whole, long share, long most) {
        return most == 0 ? 0 : (int) Math.round(whole * Math.sqrt((double) share / most));
    }

    private static long most(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minorUnits).max().orElse(0);
    }

    private static String title(Swarm.Part part) {
        return part.name() + ": " + count(part.people()) + ", gave " + MoneyText.of(part.given()) + ", "
                + MoneyText.of(part.spent()) + " of it is spent, has "
                + MoneyText.of(part.standing().all());
    }

    private static String words(Swarm swarm) {
        if (swarm.parts().isEmpty()) {
            return "";
        }
        long twice = swarm.countedOnce();
        return count(swarm.people()) + (twice == 0 ? "" : ", each counted once although some are in several Pools");
    }

    private static String count(long people) {
        return people == 1 ? "1 person" : people + " people";
    }
}
