package coop.pools.receipt.web;

import coop.pools.receipt.domain.Receipt;

/** A receipt on a page; {@code url} opens it for those who may. */
public record ReceiptLine(String url, String label, String words, String sha256, boolean picture) {
    public static ReceiptLine of(Receipt receipt) {
        return new ReceiptLine(
                "/receipts/" + receipt.id(),
                "Receipt " + receipt.no(),
                receipt.words(),
                receipt.sha256(),
                receipt.type().isPicture());
    }
}
