package coop.pools.custody;

/**
 * Who holds the money, as the bylaws and the pages say it.
 *
 * @param host the operator, as config.yml names it
 */
public record CustodyWords(String host) {
    /** Fits behind "held by". */
    public String own() {
        return "its stewards, on the Pool's own account at the card processor";
    }
}
