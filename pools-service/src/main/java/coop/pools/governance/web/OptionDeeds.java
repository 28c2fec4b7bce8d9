package coop.pools.governance.web;

import coop.pools.governance.domain.BodyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an option can do if it wins, as its row on the form offers it. */
final class OptionDeeds {
    private static final List<NewProposalPage.Option> ALL = List.of(
            new NewProposalPage.Option("", "Nothing is carried out"),
            new NewProposalPage.Option("pay", "Somebody is paid"));
    private static final List<NewProposalPage.Option> BUCKETS = List.of(
            new NewProposalPage.Option("allocate", "Money is put into a bucket"),
            new NewProposalPage.Option("close-bucket", "A bucket is closed"),
            new NewProposalPage.Option("open-round", "A round opens"),
            new NewProposalPage.Option("end-round", "A round ends before its time"));
    private static final List<NewProposalPage.Option> POOL = List.of(
            new NewProposalPage.Option("change-rules", "A rule of the bylaws changes"),
            new NewProposalPage.Option("fund-flood", "Money is put into a Flood"),
            new NewProposalPage.Option("pledge", "A sum is pledged to a Flood"),
            new NewProposalPage.Option("join-flood", "We join a Flood"),
            new NewProposalPage.Option("leave-flood", "We leave a Flood"),
            new NewProposalPage.Option("name-steward", "Somebody becomes a steward"),
            new NewProposalPage.Option("end-steward", "Somebody's term as a steward ends"),
            new NewProposalPage.Option("name-ombud", "Somebody becomes an ombud"),
            new NewProposalPage.Option("end-ombud", "Somebody's term as an ombud ends"),
            new NewProposalPage.Option("remove-member", "We part from a member"),
            new NewProposalPage.Option("choose-custody", "Others hold the money"),
            new NewProposalPage.Option("choose-legal-form", "We take another legal form"),
            new NewProposalPage.Option("wind-up", "The Pool ends"));
    private static final List<NewProposalPage.Option> FLOOD = List.of(
            new NewProposalPage.Option("change-compact", "A rule of the compact changes"),
            new NewProposalPage.Option("admit-pool", "A Pool is let in"),
            new NewProposalPage.Option("remove-pool", "We part from a Pool"),
            new NewProposalPage.Option("dissolve", "The Flood ends"),
            new NewProposalPage.Option("take-in-flood", "A Flood is taken in"),
            new NewProposalPage.Option("merge-flood", "We become part of another Flood"),
            new NewProposalPage.Option("name-steward", "Somebody becomes a steward"),
            new NewProposalPage.Option("end-steward", "Somebody's term as a steward ends"),
            new NewProposalPage.Option("split-flood", "Some Pools form a Flood of their own"));

    private OptionDeeds() {}

    /** What there is to choose in this body. */
    static List<NewProposalPage.Option> of(BodyRef body) {
        List<NewProposalPage.Option> deeds = new ArrayList<>(ALL);
        deeds.addAll(BUCKETS);
        deeds.addAll(body.kind() == BodyRef.Kind.POOL ? POOL : FLOOD);
        return List.copyOf(deeds);
    }

    /** One of them by the type of its action; empty where rows do not offer it. */
    static Optional<NewProposalPage.Option> of(BodyRef body, String type) {
        return of(body).stream().filter(deed -> deed.value().equals(type)).findFirst();
    }
}
