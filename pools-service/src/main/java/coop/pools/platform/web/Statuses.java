package coop.pools.platform.web;

import coop.pools.kernel.RefusalCode;
import java.util.EnumMap;
import java.util.Map;

/** The HTTP status of each kind of refusal. */
public final class Statuses {
    private static final Map<RefusalCode.Kind, Integer> STATUS = Map.copyOf(new EnumMap<>(Map.of(
            RefusalCode.Kind.MALFORMED, 400,
            RefusalCode.Kind.UNAUTHENTICATED, 401,
            RefusalCode.Kind.FORBIDDEN, 403,
            RefusalCode.Kind.NOT_FOUND, 404,
            RefusalCode.Kind.CONFLICT, 409,
            RefusalCode.Kind.TOO_LARGE, 413,
            RefusalCode.Kind.INVALID, 422,
            RefusalCode.Kind.TOO_MANY, 429,
            RefusalCode.Kind.BUSY, 503)));

    private Statuses() {}

    public static int of(RefusalCode code) {
        return STATUS.get(code.kind());
    }
}
