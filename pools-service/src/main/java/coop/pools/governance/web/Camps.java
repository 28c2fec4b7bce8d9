package coop.pools.governance.web;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Stance;
import coop.pools.identity.ReadPeople;
import coop.pools.platform.web.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where people stand before the vote, in short. */
final class Camps {
    private static final int FACES = 8;
    private static final int REASONS = 3;
    private static final int LONGEST = 140;

    private final Markdown markdown;

    Camps(Markdown markdown) {
        this.markdown = markdown;
    }

    /** In the order of {@link Stance}; those with nobody in them too, unless nobody has said anything. */
    List<ProposalPage.Camp> of(Map<Stance, Long> counts, List<Comment> standing, ReadPeople people) {
        if (counts.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                people.names(standing.stream().map(Comment::author).toList());
        List<ProposalPage.Camp> camps = new ArrayList<>();
        for (Stance stance : Stance.values()) {
            List<Comment> alike = standing.stream()
                    .filter(comment -> comment.stance().filter(stance::equals).isPresent())
                    .toList();
            camps.add(new ProposalPage.Camp(
                    stance.word(),
                    counts.getOrDefault(stance, 0L),
                    alike.stream()
                            .limit(FACES)
                            .map(comment -> name(names, comment))
                            .toList(),
                    alike.stream()
                            .limit(REASONS)
                            .map(comment -> new ProposalPage.Reason(
                                    name(names, comment),
                                    cut(comment.text()),
                                    comment.id().toString()))
                            .toList()));
        }
        return camps;
    }

    private static String name(Map<UUID, String> names, Comment comment) {
        return names.getOrDefault(comment.author(), "Former member");
    }

    /** One line of what it says, at most so many characters; never half of a pair. */
    private String cut(String text) {
        String line = markdown.words(text);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
