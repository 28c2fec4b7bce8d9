package coop.pools.platform.web;

import java.util.Map;

/** An error in the API: RFC 9457 problem details, with a stable code and its facts. */
public record ProblemJson(
        String type, String title, int status, String code, String detail, Map<String, Object> facts) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
