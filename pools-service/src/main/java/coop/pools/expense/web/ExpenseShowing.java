package coop.pools.expense.web;

import coop.pools.expense.ReadExpenses.Standing;
import coop.pools.expense.domain.Expense;
import coop.pools.expense.domain.ExpenseState;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import coop.pools.platform.web.MoneyText;
import coop.pools.receipt.web.ReceiptLine;
import coop.pools.treasury.web.BodyPlace;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Puts together what the pages of expenses show. */
public final class ExpenseShowing {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final ReadPeople people;
    private final ReadPayees payees;
    private final Markdown markdown = new Markdown();

    public ExpenseShowing(ReadPeople people, ReadPayees payees) {
        this.people = people;
        this.payees = payees;
    }

    Model one(Caller caller, Standing standing) {
        Expense expense = standing.expense();
        String payeeState = payees.find(expense.payee())
                .map(Payee::state)
                .map(state -> state.word())
                .orElse("");
        boolean byHand = isByHand(standing);
        return new Model(
                "/expenses/" + expense.id(),
                BodyPlace.of(standing.pool()),
                expense.title(),
                MoneyText.of(expense.amount()),
                people.name(expense.person()),
                expense.spentOn().map(DAY::format).orElse(""),
                markdown.html(expense.note()),
                standing.state().word(),
                "/proposals/" + expense.proposal(),
                standing.payout().map(Payout::id).map(id -> "/payouts/" + id).orElse(""),
                standing.receipts().stream().map(ReceiptLine::of).toList(),
                InstantText.of(expense.handedInAt()),
                byHand && isOpen(standing.state()),
                !byHand && caller.is(expense.person()) && !payeeState.equals("ready"));
    }

    boolean isByHand(BodyRef pool) {
        return payees.isByHand(pool);
    }

    /** What was ordered keeps the way that it was ordered for. */
    private boolean isByHand(Standing standing) {
        return standing.payout()
                .map(payout -> payout.way() == Payout.Way.STEWARDS)
                .orElseGet(() -> isByHand(standing.expense().pool()));
    }

    private static boolean isOpen(ExpenseState state) {
        return state == ExpenseState.HANDED_IN || state == ExpenseState.PROPOSED || state == ExpenseState.APPROVED;
    }

    ListModel list(Bodies.Body pool, List<Standing> found, String next) {
        Map<UUID, String> names =
                people.names(found.stream().map(one -> one.expense().person()).toList());
        List<Item> items = found.stream()
                .map(one -> new Item(
                        "/expenses/" + one.expense().id(),
                        one.expense().title(),
                        names.getOrDefault(one.expense().person(), "Former member"),
                        MoneyText.of(one.expense().amount()),
                        one.state().word(),
                        InstantText.day(one.expense().handedInAt())))
                .toList();
        return new ListModel(BodyPlace.of(pool), items, next);
    }

    /** The proposal's fields under the names that they have in our form. */
    static Refused onForm(Refused refused) {
        String field = String.valueOf(refused.facts().getOrDefault("field", ""));
        String own = field.equals("text") ? "note" : field.replaceFirst("^action\\.", "");
        if (own.equals(field)) {
            return refused;
        }
        Map<String, Object> facts = new HashMap<>(refused.facts());
        facts.put("field", own);
        return new Refused(refused.code(), facts);
    }

    /**
     * What an expense's page shows.
     *
     * @param spentOn empty when it was not said
     * @param html the note, rendered and safe
     * @param payout its address; empty until there is one
     * @param byHand whether two stewards are to pay it by hand
     * @param bankDetailsMissing whether who looks is to be paid and has to give bank details
     */
    public record Model(
            String url,
            BodyPlace body,
            String title,
            String amount,
            String person,
            String spentOn,
            String html,
            String state,
            String proposal,
            String payout,
            List<ReceiptLine> receipts,
            String handedInText,
            boolean byHand,
            boolean bankDetailsMissing) {}

    /** What the list shows; {@code next} is empty on its last page. */
    public record ListModel(BodyPlace body, List<Item> items, String next) {}

    /** One expense of the list. */
    public record Item(String url, String title, String person, String amount, String state, String when) {}
}
