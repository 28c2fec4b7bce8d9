package coop.pools.governance;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Those among whom a proposal is discussed; whoever is named with an @ learns of it. Only use cases call it. */
public final class Listeners {
    private static final int MOST = 10;
    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*";
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}])@(" + WORD + "(?: " + WORD + "){0,3})");

    private final Bodies bodies;
    private final ReadPeople people;
    private final Namesakes namesakes;
    private final Notices notices;

    /** Finds members by name; implemented by membership. */
    @FunctionalInterface
    public interface Namesakes {
        /** Distinct present members of these Pools with exactly this name, however many others have it; at most two. */
        List<UUID> among(Set<UUID> pools, String name);
    }

    public Listeners(Bodies bodies, ReadPeople people, Namesakes namesakes, Notices notices) {
        this.bodies = bodies;
        this.people = people;
        this.namesakes = namesakes;
        this.notices = notices;
    }

    void requireMember(Proposal proposal, UUID person) {
        if (!bodies.isMember(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }

    /** Leaves word for members who are named and are the only ones of that name; at most ten. */
    void tell(Proposal proposal, Comment comment) {
        Set<UUID> told = new LinkedHashSet<>();
        Matcher matcher = NAMED.matcher(comment.text());
        Optional<Set<UUID>> pools = Optional.empty();
        for (int found = 0; found < MOST && matcher.find(); found++) {
            pools = pools.or(() -> Optional.of(bodies.pools(proposal.body())));
            told.addAll(named(pools.get(), matcher.group(1)));
        }
        told.remove(comment.author());
        for (UUID person : told) {
            notices.tell(
                    IdSource.derivedId("mentioned", comment.id().toString(), person.toString()),
                    person,
                    new Notices.Notice(
                            "MENTIONED",
                            Map.of(
                                    "who",
                                    people.name(comment.author()),
                                    "title",
                                    proposal.title(),
                                    "body",
                                    proposal.body()),
                            "/proposals/" + proposal.id() + "#comment-" + comment.id()));
        }
    }

    /** The longest name that fits; nobody where several members have it. */
    private List<UUID> named(Set<UUID> pools, String words) {
        String name = words;
        while (!name.isEmpty()) {
            List<UUID> members = namesakes.among(pools, name);
            if (!members.isEmpty()) {
                return members.size() == 1 ? members : List.of();
            }
            name = name.contains(" ") ? name.substring(0, name.lastIndexOf(' ')) : "";
        }
        return List.of();
    }
}
