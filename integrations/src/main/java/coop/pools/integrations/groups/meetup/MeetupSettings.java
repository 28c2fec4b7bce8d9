package coop.pools.integrations.groups.meetup;

import java.net.URI;

/**
 * This installation's OAuth client at Meetup. Only a person with Meetup Pro can make one, and when their
 * subscription lapses every call of every user is answered 401. Its text form hides the secret.
 *
 * @param oauthBase {@code /oauth2/authorize} and {@code /oauth2/access} follow it
 * @param api the GraphQL address
 */
public record MeetupSettings(String clientId, String clientSecret, URI oauthBase, URI api) {
    /** Where Meetup signs people in. */
    public static final URI OAUTH_BASE = URI.create("https://secure.meetup.com");
    /** The only address that has answered since July 2025, when {@code /gql} was closed. */
    public static final URI API = URI.create("https://api.meetup.com/gql-ext");

    @Override
    public String toString() {
        return "MeetupSettings[" + oauthBase + ", " + api + ", client " + clientId + "]";
    }
}
