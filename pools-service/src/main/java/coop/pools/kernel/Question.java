package coop.pools.kernel;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A question that pieces of work in one shared transaction ask together: what all of them expect to ask is asked at once
 * when the first of them needs an answer, and nothing is asked twice. Elsewhere each asks for itself, every time. For
 * what cannot change while the transaction lasts, or what whoever changes it here tells by {@link #put} or
 * {@link #forget}.
 */
public final class Question<K, V> {
    private final Transactions transactions;
    private final Function<Set<K>, Map<K, V>> ask;

    /** @param ask answers for many keys at once; those without an answer are left out */
    public Question(Transactions transactions, Function<Set<K>, Map<K, V>> ask) {
        this.transactions = transactions;
        this.ask = ask;
    }

    /** Says that the answer will be asked for; changes nothing else. */
    public void expect(K key) {
        known().ifPresent(known -> known.expected.add(key));
    }

    public Optional<V> of(K key) {
        return known().map(known -> known.of(key, ask))
                .orElseGet(() -> Optional.ofNullable(ask.apply(Set.of(key)).get(key)));
    }

    /** What the answer is from now on. */
    public void put(K key, V answer) {
        known().ifPresent(known -> known.answers.put(key, Optional.of(answer)));
    }

    /** The next one asks anew. */
    public void forget(K key) {
        known().ifPresent(known -> known.answers.remove(key));
    }

    /** Everybody asks anew. */
    public void forgetAll() {
        known().ifPresent(known -> known.answers.clear());
    }

    private Optional<Known<K, V>> known() {
        return transactions.common(this, Known::new);
    }

    private static final class Known<K, V> {
        private final Set<K> expected = new LinkedHashSet<>();
        private final Map<K, Optional<V>> answers = new HashMap<>();

        private Optional<V> of(K key, Function<Set<K>, Map<K, V>> ask) {
            if (!answers.containsKey(key)) {
                expected.removeAll(answers.keySet());
                expected.add(key);
                Map<K, V> told = ask.apply(expected);
                expected.forEach(each -> answers.put(each, Optional.ofNullable(told.get(each))));
                expected.clear();
            }
            return answers.get(key);
        }
    }
}
