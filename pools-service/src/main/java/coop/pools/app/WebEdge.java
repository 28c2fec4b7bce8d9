package coop.pools.app;

import coop.pools.platform.web.AnnouncedLengthFilter;
import coop.pools.platform.web.BodyLimitFilter;
import coop.pools.platform.web.BrowserCookie;
import coop.pools.platform.web.ErrorAnswers;
import coop.pools.platform.web.ErrorMappers;
import coop.pools.platform.web.FormPartsFilter;
import coop.pools.platform.web.FormReader;
import coop.pools.platform.web.GuestCookieFilter;
import coop.pools.platform.web.IdempotencyFilter;
import coop.pools.platform.web.IdempotencyKeys;
import coop.pools.platform.web.RateLimitFilter;
import coop.pools.platform.web.ReadableHeadersFilter;
import coop.pools.platform.web.SafeTextFilter;
import coop.pools.platform.web.SameSiteFilter;
import coop.pools.platform.web.SecurityHeadersFilter;
import coop.pools.platform.web.SignedInFilter;
import coop.pools.platform.web.VisitBinder;
import coop.pools.platform.web.WriteLimits;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;

/** What every request passes through on its way in and out. */
final class WebEdge {
    private WebEdge() {}

    static void register(JerseyEnvironment jersey, Foundation foundation, IdempotencyKeys keys, WriteLimits limits) {
        jersey.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        // Otherwise Jersey makes the addresses that answers lead to out of the Host header, which anybody can write.
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        jersey.register(new VisitBinder());
        jersey.register(new ReadableHeadersFilter());
        jersey.register(new BodyLimitFilter());
        jersey.register(new FormPartsFilter());
        jersey.register(new AnnouncedLengthFilter());
        jersey.register(new SafeTextFilter());
        jersey.register(new GuestCookieFilter(foundation.ids(), BrowserCookie.forSite(foundation.publicUrl())));
        jersey.register(new SameSiteFilter(foundation.publicUrl()));
        jersey.register(new RateLimitFilter(limits));
        jersey.register(new SignedInFilter());
        jersey.register(new IdempotencyFilter(keys));
        jersey.register(new SecurityHeadersFilter());
        jersey.register(
                new ErrorMappers(new ErrorAnswers(foundation.sentences(), foundation.pages()), foundation.ids()));
        jersey.register(MultiPartFeature.class);
        jersey.register(FormReader.class);
    }
}
