package coop.pools.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Refuses a Content-Type that nobody can read; the framework would answer with a status and not a word. */
public final class ContentTypeGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
            + "\"code\":\"MALFORMED_REQUEST\",\"detail\":\"The request could not be read: Content-Type.\","
            + "\"facts\":{\"reason\":\"Content-Type\"}}";

    /** What nearly all requests say need not be taken apart each time. */
    private static final Set<String> USUAL = Set.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=utf-8",
            "application/x-www-form-urlencoded");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReadable(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReadable(String contentType) {
        if (contentType == null || USUAL.contains(contentType)) {
            return true;
        }
        try {
            String charset = MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
