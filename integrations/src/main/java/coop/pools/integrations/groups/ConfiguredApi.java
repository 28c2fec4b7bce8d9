package coop.pools.integrations.groups;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.exceptions.OAuthException;
import com.github.scribejava.core.extractors.OAuth2AccessTokenJsonExtractor;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import java.io.IOException;

/** A provider whose addresses come from the configuration, with the client's secret in the body as Meetup wants it. */
final class ConfiguredApi extends DefaultApi20 {
    private static final Replies REPLIES = new Replies();

    private final OAuthSettings settings;

    ConfiguredApi(OAuthSettings settings) {
        this.settings = settings;
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return settings.authorize().get().toString();
    }

    @Override
    public String getAccessTokenEndpoint() {
        return settings.access().get().toString();
    }

    @Override
    public ClientAuthentication getClientAuthentication() {
        return RequestBodyAuthenticationScheme.instance();
    }

    @Override
    public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
        return REPLIES;
    }

    /**
     * Like the standard one, but JSON null counts as missing and not as the text "null" or as zero seconds, and an
     * error without a readable body still is an error answer with its status.
     */
    private static final class Replies extends OAuth2AccessTokenJsonExtractor {
        @Override
        public OAuth2AccessToken extract(Response response) throws IOException {
            try {
                return super.extract(response);
            } catch (OAuth2AccessTokenErrorResponse readable) {
                throw readable;
            } catch (OAuthException | IllegalArgumentException unreadable) {
                throw new OAuth2AccessTokenErrorResponse(null, null, null, response);
            }
        }

        @Override
        protected OAuth2AccessToken createToken(
                String access, String type, Integer expiresIn, String refresh, String scope, JsonNode all, String raw) {
            return new OAuth2AccessToken(
                    all.hasNonNull("access_token") ? access : "",
                    type,
                    all.path("expires_in").asInt(-1) < 0 ? null : expiresIn,
                    all.hasNonNull("refresh_token") && !refresh.isBlank() ? refresh : null,
                    scope,
                    raw);
        }
    }
}
