package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyJson;
import coop.pools.treasury.PlatformPart;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.domain.Share;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A contribution in the API.
 *
 * @param pool the slug of the Pool that the first share goes to
 * @param amount what the card is charged
 * @param meant what the giver means to reach the Pools, when they cover the fee
 * @param fee the exact card fee, once it is known
 * @param expectedFee the fee to expect
 * @param state pending, paid, available, failed, expired, partly-refunded, refunded or disputed
 * @param dispute how far a dispute of it with the payer's bank is: warning, open, won or lost; missing without any. What was
 *     lost is owed to the Pools by the payer
 * @param processing whether it is completed and the payer's bank has not answered yet
 * @param note what holds it up or why it failed, in words; may be empty
 * @param checkoutUrl where to pay, while it is pending
 * @param receiptUrl the contribution's own page
 * @param privateUrl where a guest asks for it back, told once when they start it; whoever has it can do so
 * @param availableOn from when the money can be spent, once it is known
 * @param recurring the recurring contribution that it is a payment of
 * @param shares where it goes, in the giver's order, without fee and tip
 * @param platform the operator's fee and the tip, where there are any
 * @param refunds in the order of their making
 */
public record ContributionJson(
        UUID id,
        String pool,
        MoneyJson amount,
        Optional<MoneyJson> meant,
        Optional<MoneyJson> fee,
        MoneyJson expectedFee,
        String state,
        Optional<String> dispute,
        boolean processing,
        String note,
        Optional<String> checkoutUrl,
        String receiptUrl,
        Optional<String> privateUrl,
        Optional<Instant> availableOn,
        Instant createdAt,
        Optional<UUID> recurring,
        List<ShareJson> shares,
        Optional<PlatformJson> platform,
        List<RefundJson> refunds,
        List<DisputeJson> disputes) {

    /** One Pool's part. {@code bucket} is a slug; missing for the Pool as a whole. */
    public record ShareJson(String pool, Optional<String> bucket, MoneyJson amount) {}

    /**
     * What is not for the Pools.
     *
     * @param fee the operator's, out of what is given
     * @param tip on top of it
     * @param community what of both is under the control of all Pools, by the share in force when the payment began
     * @param communityBasisPoints that share
     */
    public record PlatformJson(MoneyJson fee, MoneyJson tip, MoneyJson community, int communityBasisPoints) {
        static PlatformJson of(PlatformPart.Kept kept, Charge charge) {
            Money community = charge.shares().stream()
                    .filter(share -> share.part() == Share.Part.COMMUNITY)
                    .map(Share::amount)
                    .reduce(Money.zero(charge.amount().currency()), Money::plus);
            return new PlatformJson(
                    MoneyJson.of(kept.extra().fee()),
                    MoneyJson.of(kept.extra().tip()),
                    MoneyJson.of(community),
                    kept.communityBasisPoints());
        }
    }

    /**
     * Money that goes back to the giver.
     *
     * @param state reserved (set aside; the card processor is asked next), pending, succeeded or failed
     * @param note why it failed or what holds it up; may be empty
     */
    public record RefundJson(UUID id, MoneyJson amount, String state, String note, Instant createdAt) {
        static RefundJson of(CardRefund refund) {
            return new RefundJson(
                    refund.id(),
                    MoneyJson.of(refund.amount()),
                    refund.state().name().toLowerCase(Locale.ROOT),
                    refund.note(),
                    refund.createdAt());
        }
    }

    /** A dispute with the giver's bank. {@code state} is warning, open, won (by the Pool) or lost. */
    public record DisputeJson(
            String id, MoneyJson amount, String state, String reason, Optional<Instant> evidenceDueBy) {
        static DisputeJson of(CardDispute dispute) {
            return new DisputeJson(
                    dispute.id(),
                    MoneyJson.of(dispute.amount()),
                    word(dispute.state()),
                    dispute.reason(),
                    dispute.evidenceDueBy());
        }

        static String word(CardDispute.State state) {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    static ContributionJson of(
            ReadContributions.Whole whole,
            Optional<PlatformPart.Kept> kept,
            MoneyJson expectedFee,
            Optional<UUID> recurring,
            URI publicUrl,
            Optional<String> secret) {
        Contribution contribution = whole.contribution();
        Charge charge = whole.charge();
        return new ContributionJson(
                contribution.id(),
                whole.pools().get(0).slug(),
                MoneyJson.of(contribution.amount()),
                contribution.terms().meant().map(MoneyJson::of),
                contribution.settlement().map(settled -> MoneyJson.of(settled.fee())),
                expectedFee,
                contribution.state().word(),
                charge.dispute().map(DisputeJson::word),
                contribution.isProcessing(),
                contribution.note(),
                contribution
                        .page()
                        .filter(page -> contribution.state() == ContributionState.PENDING)
                        .map(PaymentPage::url),
                publicUrl.resolve("/contributions/" + contribution.id()).toString(),
                secret.map(token -> publicUrl
                        .resolve(ContributionPages.privatePath(contribution.id(), token))
                        .toString()),
                contribution.settlement().map(Settled::availableOn),
                contribution.createdAt(),
                recurring,
                IntStream.range(0, whole.pools().size())
                        .mapToObj(i ->
                                share(charge.ofPools().get(i), whole.pools().get(i)))
                        .toList(),
                kept.map(platform -> PlatformJson.of(platform, charge)),
                charge.refunds().stream().map(RefundJson::of).toList(),
                charge.disputes().stream().map(DisputeJson::of).toList());
    }

    private static ShareJson share(Share share, Bodies.Body pool) {
        return new ShareJson(pool.slug(), share.bucket(), MoneyJson.of(share.amount()));
    }
}
