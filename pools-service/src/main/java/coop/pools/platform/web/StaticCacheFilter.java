package coop.pools.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets browsers keep what has its version in its address for a year, and the rest for a day. */
public final class StaticCacheFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean versioned = ((HttpServletRequest) request).getParameter("v") != null;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("Cache-Control", versioned ? "public, max-age=31536000, immutable" : "public, max-age=86400");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        chain.doFilter(request, response);
    }
}
