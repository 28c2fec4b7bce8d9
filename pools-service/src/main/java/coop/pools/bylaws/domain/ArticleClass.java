package coop.pools.bylaws.domain;

/** How firmly an article or a rule stands. */
public enum ArticleClass {
    /** Hard-wired: no key, no path to change it. */
    H,
    /** Entrenched: changed only by the hard road that the text describes; the software has no way to change it. */
    E,
    /** Ordinary: its rules are set by vote within their bounds. */
    O
}
