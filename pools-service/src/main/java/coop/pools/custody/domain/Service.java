package coop.pools.custody.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody serves as a steward of a Pool or Flood.
 *
 * @param since when it began, over all terms that followed each other without a break
 * @param term the present one; empty for a founder, who is one without having been named
 */
public record Service(UUID person, Instant since, Optional<StewardTerm> term) {
    /** Whoever made a Pool is its first steward. */
    public static Service founder(UUID person, Instant since) {
        return new Service(person, since, Optional.empty());
    }

    /**
     * Those whom no vote has ended, the founder first, then by the beginning of their terms.
     *
     * @param terms of one body, in the order in which they began
     */
    public static List<Service> open(Optional<Service> founder, List<StewardTerm> terms) {
        Map<UUID, Service> open = new LinkedHashMap<>();
        Map<UUID, Service> ended = new HashMap<>();
        founder.ifPresent(first -> open.put(first.person(), first));
        for (StewardTerm term : terms) {
            UUID person = term.person();
            Instant since = Optional.ofNullable(open.get(person))
                    .or(() -> Optional.ofNullable(ended.get(person)).filter(before -> before.goesOnWith(term)))
                    .map(Service::since)
                    .orElse(term.since());
            Service service = new Service(person, since, Optional.of(term));
            if (term.isOpen()) {
                open.put(person, service);
            } else {
                open.remove(person);
                ended.put(person, service);
            }
        }
        return List.copyOf(open.values());
    }

    /** Those whose time is not over; all of these where nobody else is there. */
    public static List<Service> acting(List<Service> open, Instant now) {
        List<Service> serving =
                open.stream().filter(service -> !service.isOver(now)).toList();
        return serving.isEmpty() ? open : serving;
    }

    /** The one who has served longest, of several the first. */
    public static Optional<Service> longest(List<Service> services) {
        return services.stream().min(Comparator.comparing(Service::since));
    }

    /** When the present term ends; empty where it has no end. */
    public Optional<Instant> until() {
        return term.flatMap(StewardTerm::until);
    }

    private boolean isOver(Instant now) {
        return term.filter(present -> present.isOver(now)).isPresent();
    }

    /** One vote ended the term and named the person anew. */
    private boolean goesOnWith(StewardTerm next) {
        return next.namedBy().isPresent() && term.flatMap(StewardTerm::endedBy).equals(next.namedBy());
    }
}
