package coop.pools.flood.web;

import coop.pools.flood.ReadLevels.Below;
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
 * @param lines of those who belong to the Flood, in the order of the circles
 * @param table the same, each followed by who is behind it
 * @param rest the Pools that have no circle of their own; 0 when all have one
 * @param words what the picture shows, for those who do not see it
 */
public record SwarmPicture(
        List<Circle> circles, int middle, List<Line> lines, List<Line> table, int rest, String words) {
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

    /**
     * A Pool or Flood in the picture; {@code labelY} is the base of its name, {@code label} the name cut short.
     *
     * @param inside the members of a Flood, in its circle; none in that of a Pool
     */
    public record Circle(
            String slug, String path, int x, int y, int r, int labelY, String label, String title, List<Dot> inside) {}

    /** A member of a Flood within. */
    public record Dot(int x, int y, int r) {}

    /**
     * A Pool or Flood in words.
     *
     * @param depth 0 for who belongs to the Flood itself, 1 for who belongs to it through another one, and so on
     * @param moneyWidth of the band between Pool and Flood
     * @param peopleWidth of the dotted band beside it
     */
    public record Line(
            String path,
            String name,
            int depth,
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
                        .thenComparing(part -> part.member().key()))
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
        List<Line> table = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            table.add(lines.get(place));
            parts.get(place).below().stream().map(SwarmPicture::line).forEach(table::add);
        }
        return new SwarmPicture(circles, MIDDLE, lines, table, parts.size() - drawn.size(), words(swarm));
    }

    /** Cut after a whole word where there is one: who says what is written there means this circle. */
    static String label(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = name.lastIndexOf(' ', LONGEST_NAME - 1);
        return name.substring(0, end > 0 ? end : LONGEST_NAME - 1).strip() + "\u2026";
    }

    private static Circle circle(Swarm.Part part, double angle, long most) {
        int r = SMALLEST + part(LARGEST - SMALLEST, part.standing().all().minorUnits(), most);
        int x = SIDE / 2 + (int) Math.round(RING * Math.cos(angle));
        int y = SIDE / 2 - UP + (int) Math.round(RING * Math.sin(angle));
        String label = label(part.name());
        boolean above = y < SIDE / 2 - UP - MIDDLE;
        return new Circle(
                part.member().slug(),
                part.member().path(),
                x,
                y,
                r,
                above ? y - r - OVER : y + r + UNDER,
                label,
                title(part),
                inside(part, x, y, r));
    }

    /** In a ring within the circle, as large as their parts. */
    private static List<Dot> inside(Swarm.Part part, int x, int y, int r) {
        List<Below> members = part.below().stream()
                .filter(below -> below.depth() == 1)
                .limit(MOST_CIRCLES)
                .toList();
        long most = most(members.stream().map(Below::part).toList());
        int ring = members.size() == 1 ? 0 : r * 11 / 20;
        int largest = r * 2 / (members.size() > 6 ? 12 : 7);
        List<Dot> dots = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            double angle = 2 * Math.PI * place / members.size() - Math.PI / 2;
            dots.add(new Dot(
                    x + (int) Math.round(ring * Math.cos(angle)),
                    y + (int) Math.round(ring * Math.sin(angle)),
                    largest / 2 + part(largest / 2, members.get(place).part().minorUnits(), most)));
        }
        return dots;
    }

    private static Line line(Below below) {
        return new Line(
                below.member().path(),
                below.member().name(),
                below.depth(),
                count(below.people()),
                "",
                "",
                MoneyText.of(below.part()),
                0,
                0);
    }

    private static Line line(Swarm.Part part, long mostGiven, long mostPeople) {
        return new Line(
                part.member().path(),
                part.name(),
                0,
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
        long pools = part.below().stream()
                .map(Below::member)
                .filter(member -> !member.isFlood())
                .distinct()
                .count();
        String within = part.member().isFlood() ? ", a Flood of " + pools + (pools == 1 ? " Pool" : " Pools") : "";
        return part.name() + within + ": " + count(part.people()) + ", gave " + MoneyText.of(part.given()) + ", "
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
