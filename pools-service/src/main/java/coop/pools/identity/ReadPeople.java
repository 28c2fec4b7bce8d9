package coop.pools.identity;

import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Names of people, and what the caller has: accounts and tokens. */
public final class ReadPeople {
    private static final int CHUNK = 500;

    private final IdentityStore store;
    private final Clock clock;

    public ReadPeople(IdentityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Person me(Caller caller) {
        return store.person(caller.require(Scope.READ)).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    public List<IdentityStore.Account> myAccounts(Caller caller) {
        return store.accounts(caller.require(Scope.READ));
    }

    /** The accounts by which a person signs in, oldest first. */
    public List<IdentityStore.Account> accountsOf(UUID person) {
        return store.accounts(person);
    }

    /** The caller's live tokens, newest first, at most two hundred. */
    public List<ApiToken> myTokens(Caller caller) {
        return store.liveTokens(caller.require(Scope.READ), clock.instant());
    }

    /** The names of these people; unknown ids are left out. */
    public Map<UUID, String> names(Collection<UUID> people) {
        List<UUID> ids = people.stream().distinct().toList();
        Map<UUID, String> names = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<UUID> part = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            store.people(part).forEach(person -> names.put(person.id(), person.name()));
        }
        return names;
    }

    /** One person's name. */
    public String name(UUID person) {
        return store.person(person).map(Person::name).orElse("Former member");
    }
}
