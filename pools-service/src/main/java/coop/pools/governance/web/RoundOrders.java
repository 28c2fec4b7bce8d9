package coop.pools.governance.web;

import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.platform.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the API says about rounds; every refusal is INVALID_FIELD and names the field. */
final class RoundOrders {
    static final Set<String> OPENING = Set.of("name", "pot", "buckets", "opensAt", "closesAt", "days", "after");
    static final Set<String> ENDING = Set.of("round", "outcome");
    static final int MOST_LINES = 20;
    static final int MOST_DAYS = 90;

    /** What stands in an action. */
    static final RoundOrders OF_ACTION = new RoundOrders("action.");
    /** What is sent alone. */
    static final RoundOrders ALONE = new RoundOrders("");

    private final String before;

    private RoundOrders(String before) {
        this.before = before;
    }

    RoundOrder opening(RoundBody body) {
        List<RoundLineBody> sent = Fields.required(before + "buckets", body.buckets());
        if (sent.isEmpty() || sent.size() > MOST_LINES) {
            throw Fields.invalid(before + "buckets", "1 to " + MOST_LINES + " buckets");
        }
        List<RoundOrder.Line> lines = new ArrayList<>();
        for (RoundLineBody line : sent) {
            lines.add(line(line));
        }
        return new RoundOrder.Open(
                Fields.text(before + "name", body.name(), 80),
                Fields.required(before + "pot", body.pot()).positive(before + "pot"),
                lines,
                times(body.times()),
                keepsPartial(body.after()));
    }

    private RoundOrder.Line line(RoundLineBody sent) {
        RoundLineBody line = Fields.required(before + "buckets", sent);
        Money target = Fields.required(before + "buckets.target", line.target()).positive(before + "buckets.target");
        Optional<Money> minimum =
                Optional.ofNullable(line.minimum()).map(least -> least.positive(before + "buckets.minimum"));
        if (line.bucket() == null) {
            return new RoundOrder.Line(
                    Optional.empty(),
                    Fields.text(before + "buckets.name", line.name(), 80),
                    Fields.optionalText(before + "buckets.purpose", line.purpose(), 600),
                    target,
                    minimum);
        }
        if (line.name() != null || line.purpose() != null) {
            throw Fields.invalid(before + "buckets.name", "only for a candidate, which is no bucket yet");
        }
        return new RoundOrder.Line(
                Optional.of(Fields.text(before + "buckets.bucket", line.bucket(), 80)), "", "", target, minimum);
    }

    private RoundOrder.Times times(RoundBody.Times sent) {
        if ((sent.closesAt() == null) == (sent.days() == null)) {
            throw Fields.invalid(before + "days", "either days or closesAt");
        }
        int days = sent.days() == null ? 0 : sent.days();
        if (sent.days() != null && (days < 1 || days > MOST_DAYS)) {
            throw Fields.invalid(before + "days", "1 to " + MOST_DAYS);
        }
        return new RoundOrder.Times(
                Fields.moment(before + "opensAt", sent.opensAt()),
                Fields.moment(before + "closesAt", sent.closesAt()),
                days);
    }

    private boolean keepsPartial(RoundAfter after) {
        if (after != null && after.unspent() != null && !after.unspent().equals("return")) {
            throw Fields.invalid(before + "after.unspent", "return");
        }
        String partial = after == null || after.partial() == null ? "return" : after.partial();
        if (!partial.equals("accept") && !partial.equals("return")) {
            throw Fields.invalid(before + "after.partial", "accept or return");
        }
        return partial.equals("accept");
    }

    static RoundOrder ending(ActionBody body) {
        String outcome = body.outcome() == null ? "return" : body.outcome();
        if (!outcome.equals("fund") && !outcome.equals("return")) {
            throw Fields.invalid("action.outcome", "fund or return");
        }
        return new RoundOrder.End(Fields.id("action.round", body.round()), outcome.equals("fund"));
    }
}
