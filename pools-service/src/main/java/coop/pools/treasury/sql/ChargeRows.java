package coop.pools.treasury.sql;

import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Share;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Shares, refunds and disputes as their columns. */
public final class ChargeRows {
    private ChargeRows() {}

    /** A share's columns. */
    public record ShareRow(
            int no,
            UUID pool,
            Optional<String> bucket,
            long amount,
            boolean atOnce,
            boolean released,
            long inBucket,
            long inFree,
            String part) {
        static ShareRow of(Share share) {
            return new ShareRow(
                    share.no(),
                    share.pool(),
                    share.bucket(),
                    share.amount().minorUnits(),
                    share.atOnce(),
                    share.released(),
                    share.inBucket().minorUnits(),
                    share.inFree().minorUnits(),
                    share.part().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A refund's columns. */
    public record RefundRow(
            UUID id,
            Optional<String> processorId,
            String paymentId,
            Optional<String> account,
            long amount,
            String currency,
            String state,
            String booked,
            Optional<String> taken,
            Optional<String> returned,
            boolean ours,
            Optional<UUID> requestedBy,
            String reason,
            int attempt,
            Optional<Instant> firstSentAt,
            String note,
            int tries,
            Optional<Instant> nextTryAt,
            Instant createdAt) {
        static RefundRow of(CardRefund refund) {
            Optional<CardRefund.Request> request = refund.request();
            return new RefundRow(
                    refund.id(),
                    refund.processorId(),
                    refund.paymentId(),
                    refund.account(),
                    refund.amount().minorUnits(),
                    refund.amount().currency().getCurrencyCode(),
                    refund.state().name().toLowerCase(Locale.ROOT),
                    refund.booked().name().toLowerCase(Locale.ROOT),
                    refund.taken(),
                    refund.returned(),
                    request.isPresent(),
                    request.flatMap(CardRefund.Request::by),
                    request.map(CardRefund.Request::reason).orElse(""),
                    request.map(CardRefund.Request::attempt).orElse(1),
                    request.flatMap(CardRefund.Request::firstSentAt),
                    refund.note(),
                    refund.backoff().tries(),
                    refund.backoff().nextAt(),
                    refund.createdAt());
        }
    }

    /** A dispute's columns. */
    public record DisputeRow(
            String id,
            String paymentId,
            Optional<String> account,
            long amount,
            String currency,
            String state,
            String reason,
            Optional<Instant> evidenceDueBy,
            boolean lossBooked,
            int tries,
            Optional<Instant> nextTryAt,
            Instant createdAt) {
        static DisputeRow of(CardDispute dispute) {
            return new DisputeRow(
                    dispute.id(),
                    dispute.paymentId(),
                    dispute.account(),
                    dispute.amount().minorUnits(),
                    dispute.amount().currency().getCurrencyCode(),
                    dispute.state().name().toLowerCase(Locale.ROOT),
                    dispute.reason(),
                    dispute.evidenceDueBy(),
                    dispute.lossBooked(),
                    dispute.backoff().tries(),
                    dispute.backoff().nextAt(),
                    dispute.createdAt());
        }
    }
}
