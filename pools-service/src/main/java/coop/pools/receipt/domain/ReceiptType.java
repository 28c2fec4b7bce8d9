package coop.pools.receipt.domain;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken as receipts; told by their content, whatever they are called. */
public enum ReceiptType {
    JPEG("image/jpeg", "jpg", "Photo (JPEG)"),
    PNG("image/png", "png", "Picture (PNG)"),
    WEBP("image/webp", "webp", "Picture (WebP)"),
    PDF("application/pdf", "pdf", "PDF");

    private final String mediaType;
    private final String extension;
    private final String words;

    ReceiptType(String mediaType, String extension, String words) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.words = words;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether browsers may show it in their own window; a PDF is only ever saved. */
    public boolean isPicture() {
        return this != PDF;
    }

    public static Optional<ReceiptType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
