package coop.pools.integrations.payments.stripe;

import com.stripe.model.StripeCollection;
import com.stripe.model.Transfer;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money out of the platform's balance. A list of transfers can be narrowed by {@code transfer_group} and not by
 * metadata, so each payout has a group of its own, {@code payout_ID}, by which it is found in one call; whose money it
 * was stands in the metadata.
 */
final class StripeTransfers {
    /** Where the Pool or Flood stands in a transfer's metadata. */
    static final String GROUP = "group";

    private static final long PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final StripeCalls calls;

    StripeTransfers(StripeCalls calls) {
        this.calls = calls;
    }

    TransferReceipt send(TransferRequest request) {
        TransferCreateParams params = TransferCreateParams.builder()
                .setAmount(StripeAmounts.transfer(request.amountMinor(), request.currency()))
                .setCurrency(StripeAmounts.code(request.currency()))
                .setDestination(request.accountId())
                .setTransferGroup(groupOf(request.payoutId()))
                .putMetadata(EventShape.PAYOUT, request.payoutId())
                .putMetadata(GROUP, request.transferGroup())
                .build();
        return calls.make(client -> receipt(
                client.v1().transfers().create(params, StripeCalls.withKey(request.idempotencyKey())),
                request.payoutId()));
    }

    Optional<TransferReceipt> find(String payoutId) {
        List<TransferReceipt> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            StripeCollection<Transfer> transfers = page(payoutId, after);
            for (Transfer transfer : transfers.getData()) {
                Map<String, String> metadata = transfer.getMetadata();
                if (metadata != null && payoutId.equals(metadata.get(EventShape.PAYOUT))) {
                    found.add(calls.make(client -> receipt(transfer, payoutId)));
                }
            }
            if (!Boolean.TRUE.equals(transfers.getHasMore())
                    || transfers.getData().isEmpty()) {
                break;
            }
            after = Optional.of(
                    transfers.getData().get(transfers.getData().size() - 1).getId());
        }
        return found.stream()
                .filter(receipt -> !receipt.reversed())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private StripeCollection<Transfer> page(String payoutId, Optional<String> after) {
        TransferListParams.Builder params =
                TransferListParams.builder().setTransferGroup(groupOf(payoutId)).setLimit(PAGE);
        after.ifPresent(params::setStartingAfter);
        return calls.make(client -> {
            StripeCollection<Transfer> transfers = client.v1().transfers().list(params.build());
            StripeAmounts.given(transfers.getData(), "data");
            return transfers;
        });
    }

    private static String groupOf(String payoutId) {
        return "payout_" + payoutId;
    }

    private static TransferReceipt receipt(Transfer transfer, String payoutId) {
        Currency currency = StripeAmounts.currency(transfer.getCurrency());
        boolean reversed = Boolean.TRUE.equals(transfer.getReversed());
        Long back =
                transfer.getAmountReversed() == null && reversed ? transfer.getAmount() : transfer.getAmountReversed();
        return new TransferReceipt(
                StripeAmounts.given(transfer.getId(), "id"),
                payoutId,
                StripeAmounts.given(transfer.getDestination(), "destination"),
                StripeAmounts.minor(transfer.getAmount(), currency),
                currency,
                reversed,
                back == null ? 0 : StripeAmounts.minor(back, currency));
    }
}
