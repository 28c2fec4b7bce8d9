package coop.pools.governance.web;

import java.util.List;

/**
 * What the page of delegates shows.
 *
 * @param choices topics to name a delegate for
 * @param members to choose from; without the reader
 */
public record DelegationsPage(
        BodyLink body,
        String url,
        boolean allowed,
        int maxHeld,
        int days,
        List<TopicLine> topics,
        List<NewProposalPage.Option> choices,
        List<NewProposalPage.Option> members) {

    /**
     * One topic.
     *
     * @param delegate a name; empty when the reader votes in person
     * @param wider the wider topic that it was given for; otherwise empty
     * @param concentration how votes gather, in words
     */
    public record TopicLine(
            String value,
            String key,
            String label,
            String delegate,
            String until,
            String wider,
            int held,
            String concentration,
            List<String> holders) {}
}
