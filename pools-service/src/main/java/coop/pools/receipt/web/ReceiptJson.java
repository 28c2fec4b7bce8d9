package coop.pools.receipt.web;

import coop.pools.receipt.domain.Receipt;
import java.util.UUID;

/**
 * A receipt in the API, without its bytes.
 *
 * @param url where members get the file
 * @param sha256 lower-case hex of the file as it is kept: pictures without place and camera
 */
public record ReceiptJson(UUID id, String mediaType, int sizeBytes, String sha256, String url) {
    public static ReceiptJson of(Receipt receipt) {
        return new ReceiptJson(
                receipt.id(),
                receipt.type().mediaType(),
                receipt.sizeBytes(),
                receipt.sha256(),
                "/api/v1/receipts/" + receipt.id());
    }
}
