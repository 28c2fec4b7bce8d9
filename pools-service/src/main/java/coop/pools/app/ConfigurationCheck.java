package coop.pools.app;

import coop.pools.commons.CommonsPlan;
import coop.pools.integrations.mail.smtp.SmtpSettings;
import java.util.ArrayList;
import java.util.List;

/** Stops the start when a key is missing or settings contradict each other, naming what to mend. */
final class ConfigurationCheck {
    private final List<String> faults = new ArrayList<>();

    private ConfigurationCheck() {}

    /** @throws IllegalStateException that lists every fault */
    static void check(PoolsConfiguration configuration) {
        ConfigurationCheck check = new ConfigurationCheck();
        check.groups(configuration.getGroups());
        check.payments(configuration.getPayments());
        check.playthings(configuration);
        check.publicUrl(configuration.getPublicUrl());
        check.mail(configuration);
        check.commons(configuration);
        if (!check.faults.isEmpty()) {
            throw new IllegalStateException("Pools cannot start: " + String.join("; ", check.faults));
        }
    }

    private void groups(PoolsConfiguration.Groups groups) {
        if ("meetup".equals(groups.type())) {
            need("MEETUP_CLIENT_ID", groups.clientId());
            need("MEETUP_CLIENT_SECRET", groups.clientSecret());
        } else if (!groups.isSandbox()) {
            faults.add("POOLS_GROUPS is '" + groups.type() + "', but must be sandbox or meetup");
        }
    }

    private void payments(PoolsConfiguration.Payments payments) {
        if ("stripe".equals(payments.type())) {
            need("STRIPE_SECRET_KEY", payments.secretKey());
            need("STRIPE_WEBHOOK_SECRETS", payments.webhookSecrets());
            need("STRIPE_CONNECT_WEBHOOK_SECRETS", payments.connectWebhookSecrets());
        } else if (!payments.isSandbox()) {
            faults.add("POOLS_PAYMENTS is '" + payments.type() + "', but must be sandbox or stripe");
        }
    }

    private void playthings(PoolsConfiguration configuration) {
        if (!configuration.getPayments().isLive()) {
            return;
        }
        if (configuration.getPayments().isSandbox()) {
            faults.add("STRIPE_SECRET_KEY is a live key, but POOLS_PAYMENTS is sandbox");
        }
        if (configuration.getGroups().isSandbox()) {
            faults.add("STRIPE_SECRET_KEY is a live key, but POOLS_GROUPS is sandbox: anyone could sign in as anyone");
        }
        if (configuration.isAdjustableClock()) {
            faults.add("STRIPE_SECRET_KEY is a live key, but POOLS_ADJUSTABLE_CLOCK is true");
        }
    }

    private void publicUrl(String url) {
        if (!url.matches("https?://[A-Za-z0-9.\\[\\]:-]+(:[0-9]+)?/?")) {
            faults.add("POOLS_PUBLIC_URL must look like https://pools.example.org");
        }
    }

    private void mail(PoolsConfiguration configuration) {
        PoolsConfiguration.Mail mail = configuration.getMail();
        if (!mail.isSetUp() || !faults.isEmpty()) {
            return;
        }
        try {
            SmtpSettings.of(mail.smtpUrl(), mail.from(configuration.publicUri()));
        } catch (IllegalArgumentException e) {
            faults.add("POOLS_SMTP_URL " + e.getMessage());
        }
    }

    private void commons(PoolsConfiguration configuration) {
        try {
            configuration.commonsPlan();
        } catch (IllegalArgumentException e) {
            faults.add("commons: a fee is 0 to " + CommonsPlan.MOST_FEE
                    + " basis points, tips are true, false or sandbox, and a share is 0 to most, which is at most 10000;"
                    + " here is " + e.getMessage());
        }
        if (configuration.getCommons().operator().length() > 100) {
            faults.add("POOLS_COMMONS_OPERATOR is longer than 100 characters");
        }
    }

    private void need(String name, String sent) {
        if (sent == null || sent.isBlank()) {
            faults.add(name + " is missing");
        }
    }
}
