package coop.pools.governance.web;

import coop.pools.governance.domain.BodyRef;
import java.util.ArrayList;
import java.util.List;

/** What a body can decide about, for the page on which a proposal begins. */
final class ProposalTypes {
    private ProposalTypes() {}

    /**
     * What the body has for a proposal to be about.
     *
     * @param joinable Floods to join
     * @param joined Floods that it is in
     * @param commons whether it is the Flood of all Pools
     * @param elects whether it elects its stewards
     */
    record Has(
            boolean joinable,
            boolean joined,
            boolean buckets,
            boolean pledges,
            boolean rounds,
            boolean commons,
            boolean elects) {}

    static List<NewProposalPage.Type> of(BodyRef ref, Has has) {
        List<NewProposalPage.Type> types = new ArrayList<>();
        types.add(new NewProposalPage.Type("pay", "Pay somebody", "Passed, the money goes out."));
        types.add(new NewProposalPage.Type(
                "statement", "Agree on something", "A position of the group; nothing is carried out."));
        types.add(new NewProposalPage.Type(
                "choose", "Choose between options", "Pick, approve, score, share dots, rank, or find a time."));
        types.add(new NewProposalPage.Type(
                "sense-check", "Feel how people stand", "Nothing is decided by it and nothing is carried out."));
        if (has.elects()) {
            types.add(new NewProposalPage.Type(
                    "elect", "Elect stewards", "Members rank the candidates; several seats are filled fairly."));
        }
        if (ref.kind() == BodyRef.Kind.POOL) {
            types.add(new NewProposalPage.Type(
                    "change-rules", "Change the bylaws", "Quorum, times, and the other rules that can be set."));
            types.add(new NewProposalPage.Type(
                    "name-steward", "Name a steward", "Stewards carry payments out; they decide nothing."));
            types.add(new NewProposalPage.Type("end-steward", "End a steward's term", "Others carry payments out."));
            types.add(new NewProposalPage.Type(
                    "choose-custody", "Choose who holds the money", "The operator, or an account of our own."));
            types.add(new NewProposalPage.Type(
                    "name-ombud", "Name an ombud", "Ombuds answer concerns about payments; they decide nothing else."));
            types.add(new NewProposalPage.Type("end-ombud", "End an ombud's term", "Others answer concerns."));
            types.add(new NewProposalPage.Type(
                    "choose-legal-form", "Take another legal form", "Another text for the agreement, the same rules."));
            types.add(new NewProposalPage.Type(
                    "wind-up", "End the Pool", "Members get their shares; what is left goes to whom you name."));
            types.add(new NewProposalPage.Type(
                    "remove-member", "Part from a member", "With reasons, time to answer, and a right to appeal."));
        } else {
            if (has.elects()) {
                types.add(new NewProposalPage.Type(
                        "name-steward", "Name a steward", "Stewards carry out what was decided; they decide nothing."));
                types.add(new NewProposalPage.Type(
                        "end-steward", "End a steward's term", "Others carry out from then on."));
            }
            types.addAll(has.commons() ? FloodTypes.OF_COMMONS : FloodTypes.ALL);
        }
        if (has.buckets()) {
            types.add(new NewProposalPage.Type(
                    "allocate", "Put money into a bucket", "It is kept there for that purpose."));
            types.add(new NewProposalPage.Type(
                    "close-bucket", "Close a bucket", "What is left in it can be spent for anything again."));
        }
        if (has.joinable()) {
            types.add(FloodTypes.join(ref.kind()));
        }
        if (has.joined()) {
            types.add(new NewProposalPage.Type("fund-flood", "Put money into a Flood", "It becomes our stake there."));
            types.add(
                    new NewProposalPage.Type("leave-flood", "Leave a Flood", "What is left of our stake comes back."));
        }
        addPledges(types, ref.kind() == BodyRef.Kind.POOL && has.joined(), has.pledges());
        addRounds(types, has.rounds());
        return types;
    }

    private static void addPledges(List<NewProposalPage.Type> types, boolean inFlood, boolean pledged) {
        if (inFlood) {
            types.add(new NewProposalPage.Type(
                    "pledge", "Pledge money to a Flood", "Once, or every month a share of what comes in."));
        }
        if (pledged) {
            types.add(new NewProposalPage.Type("end-pledge", "End a pledge", "It takes nothing more."));
        }
    }

    private static void addRounds(List<NewProposalPage.Type> types, boolean open) {
        types.add(new NewProposalPage.Type(
                "open-round", "Open a round", "Everybody gives the same share of a pot to the buckets they choose."));
        if (open) {
            types.add(new NewProposalPage.Type(
                    "end-round",
                    "End a round",
                    "Before its time: buckets get what they were given, or all goes back."));
        }
    }
}
