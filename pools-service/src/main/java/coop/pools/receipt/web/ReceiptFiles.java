package coop.pools.receipt.web;

import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.receipt.ReadReceipts;
import coop.pools.receipt.domain.Receipt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Hands out receipts so that a browser never takes one for a page of ours: what pages and the API share. */
public final class ReceiptFiles {
    /** Nothing in it may load, run, or be shown in a frame. */
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final ReadReceipts receipts;

    public ReceiptFiles(ReadReceipts receipts) {
        this.receipts = receipts;
    }

    Response answer(Visit visit, String id) {
        ReadReceipts.Opened opened = receipts.open(visit.caller(), Fields.pathId(id));
        Receipt receipt = opened.receipt();
        String how = receipt.type().isPicture() ? "inline" : "attachment";
        StreamingOutput bytes = out -> {
            for (byte[] chunk : opened.chunks()) {
                out.write(chunk);
            }
        };
        return Response.ok(bytes, receipt.type().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, receipt.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"" + receipt.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
