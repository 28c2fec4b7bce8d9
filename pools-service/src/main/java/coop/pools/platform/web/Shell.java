package coop.pools.platform.web;

import java.util.List;
import java.util.Optional;

/**
 * What every page's frame shows.
 *
 * @param csrf the hidden field of every form
 * @param formId a fresh id for a form that creates something, so that a double click creates one
 * @param nowText the application's present moment, for people
 * @param custodian who holds the money
 * @param commons whether there is a page of the commons to look at
 * @param errors why a form was not accepted; empty otherwise
 */
public record Shell(
        boolean signedIn,
        String personName,
        String csrf,
        String formId,
        boolean sandbox,
        boolean demoClock,
        String nowText,
        String custodian,
        Optional<String> notice,
        List<Problem> errors,
        String lang,
        String path,
        String assetVersion,
        boolean commons) {

    /** One thing to mend; {@code field} is empty when it is about the whole form. */
    public record Problem(String field, String text) {}
}
