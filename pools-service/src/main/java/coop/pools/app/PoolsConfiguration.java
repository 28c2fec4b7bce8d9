package coop.pools.app;

import coop.pools.commons.CommonsPlan;
import coop.pools.commons.domain.ShareTerms;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What config.yml says; every line of that file is explained there. */
public final class PoolsConfiguration extends Configuration {
    @NotNull
    private String publicUrl = "";

    @NotNull
    private String custodian = "";

    @Valid
    @NotNull
    private DataSourceFactory database = new DataSourceFactory();

    @NotNull
    private Groups groups = new Groups("sandbox", null, null, null, null);

    @NotNull
    private Payments payments = new Payments("sandbox", null, null, null, null, null);

    @NotNull
    private Limits limits = new Limits(1200);

    @NotNull
    private Mail mail = new Mail("", "");

    @NotNull
    private Signing signing = new Signing("");

    @NotNull
    private Commons commons = new Commons(0, "false", null, 1_000, 1_000, 5_000);

    private boolean adjustableClock;

    private boolean sampleData;

    @NotNull
    private Map<String, Map<String, String>> views = Map.of();

    public String getPublicUrl() {
        return publicUrl;
    }

    public void setPublicUrl(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    public String getCustodian() {
        return custodian;
    }

    public void setCustodian(String custodian) {
        this.custodian = custodian;
    }

    public DataSourceFactory getDatabase() {
        return database;
    }

    public void setDatabase(DataSourceFactory database) {
        this.database = database;
    }

    public Groups getGroups() {
        return groups;
    }

    public void setGroups(Groups groups) {
        this.groups = groups;
    }

    public Payments getPayments() {
        return payments;
    }

    public void setPayments(Payments payments) {
        this.payments = payments;
    }

    public Limits getLimits() {
        return limits;
    }

    public void setLimits(Limits limits) {
        this.limits = limits;
    }

    public Signing getSigning() {
        return signing;
    }

    public void setSigning(Signing signing) {
        this.signing = signing;
    }

    public Commons getCommons() {
        return commons;
    }

    public void setCommons(Commons commons) {
        this.commons = commons;
    }

    public Mail getMail() {
        return mail;
    }

    public void setMail(Mail mail) {
        this.mail = mail;
    }

    public boolean isAdjustableClock() {
        return adjustableClock;
    }

    public void setAdjustableClock(boolean adjustableClock) {
        this.adjustableClock = adjustableClock;
    }

    public boolean isSampleData() {
        return sampleData;
    }

    public void setSampleData(boolean sampleData) {
        this.sampleData = sampleData;
    }

    public Map<String, Map<String, String>> getViews() {
        return views;
    }

    public void setViews(Map<String, Map<String, String>> views) {
        this.views = views;
    }

    /** What the operator asks for and promises; throws {@link IllegalArgumentException} for values out of bounds. */
    public CommonsPlan commonsPlan() {
        return commons.plan(payments.isSandbox());
    }

    /** Whether nothing here is real: groups and payments are both sandboxes. */
    public boolean isDemo() {
        return groups.isSandbox() && payments.isSandbox();
    }

    /** Whether the application's clock can be moved forward: in the demo, or where it was asked for. */
    public boolean clockMoves() {
        return adjustableClock || isDemo();
    }

    /** Where people reach this installation. */
    public URI publicUri() {
        return URI.create(publicUrl);
    }

    /** Where groups come from. */
    public record Groups(String type, String clientId, String clientSecret, String oauthBase, String apiUrl) {
        public boolean isSandbox() {
            return "sandbox".equals(type);
        }
    }

    /** Who moves the money. */
    public record Payments(
            String type,
            String secretKey,
            String apiBase,
            String webhookSecrets,
            String connectWebhookSecrets,
            String payeeCountry) {
        public boolean isSandbox() {
            return "sandbox".equals(type);
        }

        public Payments {
            secretKey = secretKey == null ? "" : secretKey.strip();
        }

        /** A key that moves real money: a secret, a restricted or an organisation's one. */
        public boolean isLive() {
            return secretKey.contains("_live_");
        }

        public List<String> webhookSecretList() {
            return split(webhookSecrets);
        }

        public List<String> connectWebhookSecretList() {
            return split(connectWebhookSecrets);
        }

        private static List<String> split(String secrets) {
            return secrets == null
                    ? List.of()
                    : java.util.Arrays.stream(secrets.split(","))
                            .map(String::strip)
                            .filter(secret -> !secret.isEmpty())
                            .toList();
        }
    }

    /** How the key that signs the books' heads is kept. */
    public record Signing(String secret) {
        public Signing {
            secret = secret == null ? "" : secret.strip();
        }
    }

    /** Where mail is handed over; an empty address sends none. */
    public record Mail(String smtpUrl, String from) {
        public Mail {
            smtpUrl = smtpUrl == null ? "" : smtpUrl.strip();
            from = from == null ? "" : from.strip();
        }

        public boolean isSetUp() {
            return !smtpUrl.isEmpty();
        }

        /** Who writes: what was said, or pools at the host of this address. */
        public String from(URI publicUrl) {
            return from.isEmpty() ? "pools@" + publicUrl.getHost() : from;
        }
    }

    /**
     * The operator's fee and tips, and the share of them that is under the control of all Pools.
     *
     * @param fee in basis points of what is given
     * @param tips true, false, or sandbox: only where payments are
     * @param operator what the operator's part is called
     * @param share in basis points, as are {@code rise} a year and {@code most}; they count when nothing is published yet
     */
    public record Commons(int fee, String tips, String operator, int share, int rise, int most) {
        public Commons {
            operator = operator == null || operator.isBlank() ? "The operator" : operator.strip();
        }

        private CommonsPlan plan(boolean sandbox) {
            boolean asked = "true".equals(tips) || "sandbox".equals(tips) && sandbox;
            if (!asked && !"false".equals(tips) && !"sandbox".equals(tips)) {
                throw new IllegalArgumentException("tips: " + tips);
            }
            return new CommonsPlan(fee, asked, operator, new ShareTerms(share, rise, most));
        }
    }

    /** How much one caller may do. */
    public record Limits(int writesPerMinute) {}
}
