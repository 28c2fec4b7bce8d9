package coop.pools.platform.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Holds writes to their limits. What is only there for trying things out is exempt; webhooks, which are signed, do not
 * come here.
 */
@Priority(Priorities.AUTHORIZATION + 1)
public final class RateLimitFilter implements ContainerRequestFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");

    private final WriteLimits limits;

    @Context
    private HttpServletRequest servletRequest;

    public RateLimitFilter(WriteLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (WRITES.contains(request.getMethod()) && Surface.of(request) != Surface.SANDBOX_API) {
            String address = servletRequest == null ? "" : servletRequest.getRemoteAddr();
            limits.take(((Visit) request.getProperty(Visit.PROPERTY)).caller(), network(address));
        }
    }

    /** The first half of an IPv6 address, which one household has; three quarters of an IPv4 address. */
    static String network(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (bare.matches("[0-9]+(\\.[0-9]+){3}")) {
            return bare.substring(0, bare.lastIndexOf('.'));
        }
        if (!bare.matches("[0-9a-fA-F:.]+") || bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            byte[] bytes = InetAddress.getByName(bare).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
