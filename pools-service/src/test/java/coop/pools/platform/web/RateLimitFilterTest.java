package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitFilterTest {
    @Test
    void oneGuestUsesUpNothingThatOthersNeed() {
        WriteLimits limits = new WriteLimits(2);
        Caller guest = Caller.guest("one");
        String here = RateLimitFilter.network("203.0.113.7");
        limits.take(guest, here);
        limits.take(Caller.guest("another cookie"), RateLimitFilter.network("203.0.113.200"));
        assertThatThrownBy(() -> limits.take(Caller.guest("a third"), here)).isInstanceOf(Refused.class);
        limits.take(guest, RateLimitFilter.network("203.0.114.7"));
        limits.take(Caller.of(new UUID(1, 1)), here);
    }

    @Test
    void aNetworkIsWhatOneHouseholdHas() {
        assertThat(RateLimitFilter.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RateLimitFilter.network("[2001:db8:1:2::9]"))
                .isNotEqualTo(RateLimitFilter.network("2001:db8:1:3::9"));
        assertThat(RateLimitFilter.network("fe80::1%eth0")).isEqualTo(RateLimitFilter.network("fe80::2"));
        assertThat(RateLimitFilter.network("strange host")).isEqualTo("strange host");
    }
}
