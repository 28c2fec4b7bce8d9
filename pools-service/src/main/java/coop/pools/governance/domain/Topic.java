package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a delegate is trusted with.
 *
 * @param word money, members, rules, all, or {@code bucket:} and the bucket's slug
 */
public record Topic(String word) {
    public static final Topic ALL = new Topic("all");
    public static final Topic MONEY = new Topic("money");
    public static final Topic MEMBERS = new Topic("members");
    public static final Topic RULES = new Topic("rules");
    /** The topics of every body, the widest last. */
    public static final List<Topic> COMMON = List.of(MONEY, MEMBERS, RULES, ALL);

    private static final String BUCKET = "bucket:";
    private static final Pattern OF_BUCKET = Pattern.compile("bucket:[a-z0-9-]{1,80}");

    public static Topic ofBucket(String slug) {
        return new Topic(BUCKET + slug);
    }

    /** The topic with this word; empty when there is none. */
    public static Optional<Topic> of(String word) {
        boolean known =
                COMMON.contains(new Topic(word)) || OF_BUCKET.matcher(word).matches();
        return known ? Optional.of(new Topic(word)) : Optional.empty();
    }

    /** The bucket's slug; empty for other topics. */
    public Optional<String> bucket() {
        return word.startsWith(BUCKET) ? Optional.of(word.substring(BUCKET.length())) : Optional.empty();
    }

    /** This topic and the wider ones that it is part of, the narrowest first. */
    public List<Topic> wider() {
        List<Topic> topics = new ArrayList<>(List.of(this));
        bucket().ifPresent(slug -> topics.add(MONEY));
        if (!equals(ALL)) {
            topics.add(ALL);
        }
        return topics;
    }

    /**
     * What a proposal is about, for delegates; empty where nobody votes for another: in an anonymous vote, as a
     * delegate's ballot would be known, about putting a member out and about the end of a Pool. Entrenched
     * articles have a rule without delegates.
     */
    public static Optional<Topic> of(Proposal proposal) {
        if (proposal.paper().anonymous()) {
            return Optional.empty();
        }
        List<Optional<Topic>> topics =
                proposal.actions().stream().map(Topic::of).distinct().toList();
        if (topics.contains(Optional.<Topic>empty())) {
            return Optional.empty();
        }
        return topics.size() == 1 ? topics.get(0) : Optional.of(ALL);
    }

    private static Optional<Topic> of(Action action) {
        return action.fold(new Action.Handler<>(
                statement -> Optional.of(ALL),
                pay -> Optional.of(pay.bucket().map(Topic::ofBucket).orElse(MONEY)),
                change -> Optional.of(RULES),
                join -> Optional.of(RULES),
                fund -> Optional.of(MONEY),
                leave -> Optional.of(RULES),
                allocate -> Optional.of(ofBucket(allocate.bucket())),
                close -> Optional.of(ofBucket(close.bucket())),
                custody -> Optional.of(RULES),
                name -> Optional.of(MEMBERS),
                end -> Optional.of(MEMBERS),
                admit -> Optional.of(MEMBERS),
                remove -> Optional.empty(),
                ombud -> Optional.of(MEMBERS),
                ended -> Optional.of(MEMBERS),
                stop -> Optional.of(MONEY),
                form -> Optional.of(RULES),
                end -> Optional.empty(),
                Topic::ofFlood,
                pledge -> Optional.of(MONEY),
                endPledge -> Optional.of(MONEY),
                round -> Optional.of(MONEY)));
    }

    /** Nobody votes for others on parting from a Pool and on the end of a Flood. */
    private static Optional<Topic> ofFlood(Action.FloodAction action) {
        return action.ofFlood(new Action.FloodAction.Kinds<>(
                admit -> Optional.of(MEMBERS),
                remove -> Optional.empty(),
                change -> Optional.of(RULES),
                end -> Optional.empty(),
                merge -> Optional.empty(),
                take -> Optional.of(MEMBERS),
                split -> Optional.empty(),
                share -> share.lower() ? Optional.empty() : Optional.of(RULES)));
    }
}
