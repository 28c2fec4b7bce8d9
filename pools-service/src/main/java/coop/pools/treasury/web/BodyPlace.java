package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;

/**
 * The Pool or Flood that a page belongs to.
 *
 * @param section the navigation's part: {@code pools} or {@code floods}
 * @param url the body's own page
 */
public record BodyPlace(String name, String section, String url) {
    public static BodyPlace of(Bodies.Body body) {
        String section = body.ref().kind() == BodyRef.Kind.POOL ? "pools" : "floods";
        return new BodyPlace(body.name(), section, "/" + section + "/" + body.slug());
    }
}
