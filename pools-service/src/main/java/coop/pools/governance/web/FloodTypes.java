package coop.pools.governance.web;

import java.util.List;

/** What a Flood can decide about itself, for the page on which a proposal begins. */
final class FloodTypes {
    static final List<NewProposalPage.Type> ALL = List.of(
            type("admit-pool", "Let a Pool join", "It takes a vote of that Pool too, before or after."),
            type("change-compact", "Change the compact", "Quorum, times, who joins how, and the other rules."),
            type("remove-pool", "Part from a Pool", "With reasons and time to answer; it takes its stake along."),
            type("split-flood", "Split around a project", "Some Pools go with their stakes into a new Flood."),
            type("merge-flood", "Merge into another Flood", "Ours ends; who agrees goes there with the stake."),
            type("take-in-flood", "Take in another Flood", "It ends in ours, if its people vote so too."),
            type("dissolve", "End the Flood", "Each Pool takes its stake along, to the cent."));

    private FloodTypes() {}

    private static NewProposalPage.Type type(String value, String label, String hint) {
        return new NewProposalPage.Type(value, label, hint);
    }
}
