package coop.pools.recurring.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.recurring.ReadRecurring;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one gives, in words. */
public final class RecurringShowing {
    private static final int MOST = 100;

    private final ReadRecurring read;
    private final ReadContributions contributions;

    public RecurringShowing(ReadRecurring read, ReadContributions contributions) {
        this.read = read;
        this.contributions = contributions;
    }

    /** All that the caller gives and has given. */
    public record Mine(List<Line> recurring, List<Past> past) {}

    /** A recurring contribution in the list. */
    public record Line(String url, String pools, String amount, String rhythm, String state, String next) {}

    /** A payment in the list. */
    public record Past(
            String url, String pools, String amount, String state, String dispute, String atIso, String atText) {}

    /**
     * A recurring contribution's page.
     *
     * @param waiting what was ordered and is not answered yet, in words; may be empty
     * @param unpaid the payment that has failed; its values may be empty
     * @param typed what a form that comes back held, by field; may be empty
     */
    public record One(
            String id,
            String state,
            String amount,
            String rhythm,
            String given,
            String plainGiven,
            String currency,
            boolean covers,
            List<Part> parts,
            String next,
            String ends,
            String waiting,
            String note,
            String payAt,
            Unpaid unpaid,
            List<Payment> payments,
            List<Event> events,
            Map<String, String> typed) {}

    /** Where part of it goes. */
    public record Part(String url, String pool, String bucket, String percent, String amount) {}

    /** A failed payment. */
    public record Unpaid(String amount, String payUrl, String retry) {}

    /** One month's or year's payment. */
    public record Payment(String url, String state, String amount, String atIso, String atText) {}

    /** Something that happened to it. */
    public record Event(String title, String state, String atIso, String atText) {}

    Mine mine(Caller caller) {
        List<Line> lines =
                read.mine(caller).stream().map(RecurringShowing::line).toList();
        List<Past> past =
                contributions.mine(caller, MOST).stream().map(this::past).toList();
        return new Mine(lines, past);
    }

    private static Line line(ReadRecurring.Whole whole) {
        RecurringContribution recurring = whole.recurring();
        return new Line(
                "/recurring/" + recurring.id(),
                pools(whole),
                MoneyText.of(whole.terms().amount()),
                recurring.every().word(),
                recurring.state().word(),
                day(recurring.nextAt()));
    }

    private static String pools(ReadRecurring.Whole whole) {
        return several(whole.parts().stream()
                .map(part -> part.pool().name())
                .distinct()
                .toList());
    }

    private static String several(List<String> names) {
        return names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
    }

    private Past past(Contribution contribution) {
        ReadContributions.Whole whole = contributions.whole(contribution);
        return new Past(
                "/contributions/" + contribution.id(),
                several(whole.pools().stream().map(Bodies.Body::name).distinct().toList()),
                MoneyText.of(contribution.amount()),
                contribution.state().word(),
                whole.charge()
                        .dispute()
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                contribution.createdAt().toString(),
                InstantText.day(contribution.createdAt()));
    }

    One one(ReadRecurring.Whole whole) {
        return one(whole, Map.of());
    }

    One one(ReadRecurring.Whole whole, Map<String, String> typed) {
        RecurringContribution recurring = whole.recurring();
        Money given = whole.terms().given();
        return new One(
                recurring.id().toString(),
                recurring.state().word(),
                MoneyText.of(whole.terms().amount()),
                recurring.every().word(),
                MoneyText.of(given),
                MoneyText.plain(given),
                given.currency().getCurrencyCode(),
                whole.terms().meant().isPresent(),
                whole.parts().stream().map(this::part).toList(),
                day(recurring.nextAt()),
                day(recurring.endsAt()),
                whole.waiting().map(order -> words(order.kind())).orElse(""),
                recurring.note(),
                whole.payAt().orElse(""),
                whole.unpaid()
                        .filter(bill -> bill.attempts() > 0)
                        .map(RecurringShowing::unpaid)
                        .orElse(new Unpaid("", "", "")),
                whole.bills().stream().map(RecurringShowing::payment).toList(),
                events(whole),
                typed);
    }

    private Part part(ReadRecurring.Part part) {
        return new Part(
                "/pools/" + part.pool().slug(),
                part.pool().name(),
                part.bucket()
                        .map(slug -> contributions.bucketName(part.pool().ref().id(), slug))
                        .orElse(""),
                BasisPoints.inPercent(part.basisPoints()),
                MoneyText.of(part.amount()));
    }

    private static Unpaid unpaid(Bill bill) {
        return new Unpaid(MoneyText.of(bill.amount()), bill.payUrl().orElse(""), day(bill.retryAt()));
    }

    private static Payment payment(Bill bill) {
        return new Payment(
                bill.contribution().map(id -> "/contributions/" + id).orElse(""),
                bill.state().word(),
                MoneyText.of(bill.amount()),
                bill.createdAt().toString(),
                InstantText.day(bill.createdAt()));
    }

    private static List<Event> events(ReadRecurring.Whole whole) {
        record At(Instant at, Event event) {}
        List<At> all = new ArrayList<>();
        Instant begun = whole.recurring().createdAt();
        for (MemberOrder order : whole.orders()) {
            String state = switch (order.state()) {
                case OPEN -> "now";
                case DONE -> "done";
                case REFUSED -> "stop";
            };
            all.add(new At(order.createdAt(), event("You: " + words(order.kind()), state, order.createdAt())));
        }
        for (Bill bill : whole.bills()) {
            String title = switch (bill.state()) {
                case PAID -> MoneyText.of(bill.amount()) + " charged";
                case OPEN -> MoneyText.of(bill.amount()) + " to be charged";
                case DROPPED -> "Nothing charged";
                case SET_ASIDE -> MoneyText.of(bill.amount()) + " charged, but not as agreed";
            };
            String state =
                    bill.state() == Bill.State.OPEN ? "now" : bill.state() == Bill.State.SET_ASIDE ? "stop" : "done";
            all.add(new At(bill.createdAt(), event(title, state, bill.createdAt())));
        }
        // The processor tells whole seconds: the first payment may seem to be before its order.
        Event started = event("Started", "done", begun);
        return Stream.concat(
                        Stream.of(started),
                        all.stream().sorted(Comparator.comparing(At::at)).map(At::event))
                .toList();
    }

    private static Event event(String title, String state, Instant at) {
        return new Event(title, state, at.toString(), InstantText.of(at));
    }

    private static String words(MemberOrder.Kind kind) {
        return switch (kind) {
            case PAUSE -> "pause it";
            case RESUME -> "let it go on";
            case CHANGE_AMOUNT -> "charge another amount";
            case CANCEL -> "end it now";
            case CANCEL_AT_PERIOD_END -> "end it with the paid period";
        };
    }

    private static String day(Optional<Instant> at) {
        return at.map(InstantText::day).orElse("");
    }
}
