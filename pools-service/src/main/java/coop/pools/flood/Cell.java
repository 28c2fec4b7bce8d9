package coop.pools.flood;

import coop.pools.flood.domain.Pot;

/** One member's part of what its Flood has in a larger one. */
record Cell(Member member, Pot pot) {
    String free() {
        return pot.free(member.key());
    }

    String committed() {
        return pot.committed(member.key());
    }
}
