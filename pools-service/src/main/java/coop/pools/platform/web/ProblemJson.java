package coop.pools.platform.web;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** An error in the API: RFC 9457 problem details, with a stable code and its facts. */
public record ProblemJson(
        String type, String title, int status, String code, String detail, Map<String, Object> facts) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemJson of(int status, String code, String detail, Map<String, Object> facts) {
        Map<String, Object> shown = new HashMap<>();
        facts.forEach((name, fact) -> shown.put(name, fact instanceof Money money ? MoneyJson.of(money) : fact));
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Unprocessable Content" : known.getReasonPhrase();
        return new ProblemJson("about:blank", title, status, code, detail, shown);
    }

    static ProblemJson of(Refused refused, Sentences sentences) {
        return of(Statuses.of(refused.code()), refused.code().name(), sentences.of(refused), refused.facts());
    }

    /** A mistake of ours: an incident id to ask about, and nothing of the inside. */
    static ProblemJson accident(String incident) {
        return of(500, "INTERNAL_ERROR", ErrorAnswers.ACCIDENT, Map.of("incident", incident));
    }
}
