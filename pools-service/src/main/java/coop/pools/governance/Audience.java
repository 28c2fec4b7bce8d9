package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import java.util.UUID;

/**
 * Who reads what is said in a body and the files that are shown there: its members. Once it has ended and has none any
 * more, those who were so at that moment.
 */
public final class Audience {
    private final Bodies bodies;

    public Audience(Bodies bodies) {
        this.bodies = bodies;
    }

    public boolean includes(BodyRef body, UUID person) {
        return bodies.isMember(body, person) || bodies.wasMemberAtEnd(body, person);
    }
}
