package coop.pools.governance.web;

import coop.pools.governance.domain.BodyRef;
import java.util.List;

/** What a Flood can decide about itself, for the page on which a proposal begins. */
final class FloodTypes {
    static final List<NewProposalPage.Type> ALL = List.of(
            type("admit-pool", "Let a Pool or Flood join", "It takes a vote of its own people too, before or after."),
            type("change-compact", "Change the compact", "Quorum, times, who joins how, and the other rules."),
            type("remove-pool", "Part from a member", "With reasons and time to answer; it takes its stake along."),
            type("split-flood", "Split around a project", "Some members go with their stakes into a new Flood."),
            type("merge-flood", "Merge into another Flood", "Ours ends; who agrees goes there with the stake."),
            type("take-in-flood", "Take in another Flood", "It ends in ours, if its people vote so too."),
            type("dissolve", "End the Flood", "Each member takes its stake along, to the cent."));

    /** In the commons of all Pools, where nobody joins or leaves. */
    static final List<NewProposalPage.Type> OF_COMMONS = List.of(
            type(
                    "change-share",
                    "Change the share of the commons",
                    "How much of fees and tips all Pools decide about."),
            type("change-compact", "Change the compact", "Quorum, times and the other rules."));

    private FloodTypes() {}

    /** What Pools and Floods can do alike. */
    static NewProposalPage.Type join(BodyRef.Kind kind) {
        return kind == BodyRef.Kind.POOL
                ? type("join-flood", "Join a Flood", "Flow together with other Pools.")
                : type("join-flood", "Join a larger Flood", "All of us become a part of it, as one Flood.");
    }

    private static NewProposalPage.Type type(String value, String label, String hint) {
        return new NewProposalPage.Type(value, label, hint);
    }
}
