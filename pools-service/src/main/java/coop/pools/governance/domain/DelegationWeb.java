package coop.pools.governance.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who votes for whom in one body, over all topics, at one moment. */
public final class DelegationWeb {
    private final Map<UUID, Map<Topic, Delegation>> latest = new LinkedHashMap<>();
    private final Set<Topic> topics = new HashSet<>(Topic.COMMON);
    private final Instant at;

    /** @param delegations the latest revision of each person and topic */
    public DelegationWeb(List<Delegation> delegations, Instant at) {
        this.at = at;
        delegations.forEach(this::add);
    }

    private void add(Delegation delegation) {
        latest.computeIfAbsent(delegation.person(), person -> new HashMap<>()).put(delegation.topic(), delegation);
        topics.add(delegation.topic());
    }

    /** The same with one delegation more, or another instead of an earlier one. */
    public DelegationWeb with(Delegation delegation) {
        List<Delegation> all = new ArrayList<>();
        latest.values().forEach(each -> all.addAll(each.values()));
        DelegationWeb web = new DelegationWeb(all, at);
        web.add(delegation);
        return web;
    }

    /** Who votes for the person on the topic unless they vote themselves. */
    public Optional<Delegation> of(UUID person, Topic topic) {
        return Delegation.effective(latest.getOrDefault(person, Map.of()), topic, at);
    }

    /** Each person with the delegate they have on the topic. */
    public Map<UUID, UUID> delegates(Topic topic) {
        Map<UUID, UUID> delegates = new LinkedHashMap<>();
        latest.keySet()
                .forEach(person ->
                        of(person, topic).flatMap(Delegation::delegate).ifPresent(to -> delegates.put(person, to)));
        return delegates;
    }

    /** For how many others each delegate would vote on the topic if nobody else voted. */
    public Map<UUID, Integer> held(Topic topic) {
        Map<UUID, UUID> delegates = delegates(topic);
        Map<UUID, Integer> held = new HashMap<>();
        delegates.keySet().forEach(person -> {
            Set<UUID> met = new HashSet<>(Set.of(person));
            UUID to = delegates.get(person);
            while (to != null && met.add(to)) {
                held.merge(to, 1, Integer::sum);
                to = delegates.get(to);
            }
        });
        return held;
    }

    /** The topics on which a delegation for {@code given} can make a difference. */
    public List<Topic> touchedBy(Topic given) {
        Set<Topic> all = new HashSet<>(topics);
        all.add(given);
        return all.stream().filter(topic -> topic.wider().contains(given)).toList();
    }

    /** Whether the way from the person comes back to them. */
    public boolean runsInCircle(UUID person, Topic topic) {
        Map<UUID, UUID> delegates = delegates(topic);
        Set<UUID> met = new HashSet<>();
        UUID next = delegates.get(person);
        while (next != null && met.add(next)) {
            if (next.equals(person)) {
                return true;
            }
            next = delegates.get(next);
        }
        return false;
    }

    /** The people on the way from a person's delegate on. */
    public List<UUID> way(UUID person, Topic topic) {
        Map<UUID, UUID> delegates = delegates(topic);
        Deque<UUID> way = new ArrayDeque<>();
        UUID next = delegates.get(person);
        while (next != null && !next.equals(person) && !way.contains(next)) {
            way.add(next);
            next = delegates.get(next);
        }
        return List.copyOf(way);
    }
}
