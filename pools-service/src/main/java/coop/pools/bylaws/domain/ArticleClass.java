package coop.pools.bylaws.domain;

/** How firmly an article or a rule stands. */
public enum ArticleClass {
    /** Hard-wired: no key, no path to change it. */
    H,
    /** Entrenched: a rule in it changes by two votes of nearly all; wording without a rule has no key. */
    E,
    /** Ordinary: its rules are set by vote within their bounds. */
    O
}
