package coop.pools.integrations.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BankAccount;
import com.stripe.model.Card;
import com.stripe.model.ExternalAccount;
import com.stripe.model.v2.core.Account;
import com.stripe.param.AccountExternalAccountListParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Recipient;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Recipient.Capabilities;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Recipient.Capabilities.StripeBalance;
import com.stripe.param.v2.core.AccountCreateParams.Defaults;
import com.stripe.param.v2.core.AccountCreateParams.Defaults.Responsibilities;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import com.stripe.param.v2.core.AccountRetrieveParams;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeAccount.State;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts v2 with the recipient configuration: they can be sent money and nothing else. The platform carries fees and
 * losses, as separate charges and transfers require.
 *
 * <p>Source: docs.stripe.com/connect/accounts-v2.
 */
final class StripePayees {
    private static final long MOST_BANKS = 100;

    private static final Set<Integer> NOT_TOLD = Set.of(403, 404);

    private final StripeCalls calls;

    StripePayees(StripeCalls calls) {
        this.calls = calls;
    }

    PayeeAccount create(PayeeRequest request) {
        StripeAmounts.requireSupported(request.currency());
        AccountCreateParams params = params(request);
        return calls.make(client ->
                account(client.v2().core().accounts().create(params, StripeCalls.withKey(request.payeeId()))));
    }

    String onboardingLink(String accountId, String refreshUrl, String returnUrl) {
        AccountLinkCreateParams params = AccountLinkCreateParams.builder()
                .setAccount(accountId)
                .setUseCase(UseCase.builder()
                        .setType(UseCase.Type.ACCOUNT_ONBOARDING)
                        .setAccountOnboarding(AccountOnboarding.builder()
                                .addConfiguration(AccountOnboarding.Configuration.RECIPIENT)
                                .setRefreshUrl(refreshUrl)
                                .setReturnUrl(returnUrl)
                                .build())
                        .build())
                .build();
        // No key of ours: each visit needs a link of its own, and a link too many does no harm.
        return calls.make(client -> StripeAmounts.given(
                client.v2().core().accountLinks().create(params).getUrl(), "url"));
    }

    PayeeAccount read(String accountId) {
        // Parts that are not named come back as null.
        AccountRetrieveParams params = AccountRetrieveParams.builder()
                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__RECIPIENT)
                .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
                .build();
        return calls.make(client -> account(client.v2().core().accounts().retrieve(accountId, params)));
    }

    /**
     * Over Stripe's own fingerprints of the bank accounts and cards, in their order. Empty where this platform is not
     * told of them: an account that keeps them to itself answers 404 or 403 here, for good.
     */
    Optional<String> bankDetails(String accountId) {
        try {
            return marksOf(accountId);
        } catch (PaymentFailure failure) {
            if (failure.getCause() instanceof StripeException answer && NOT_TOLD.contains(status(answer))) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static int status(StripeException answer) {
        return answer.getStatusCode() == null ? 0 : answer.getStatusCode();
    }

    private Optional<String> marksOf(String accountId) {
        AccountExternalAccountListParams params =
                AccountExternalAccountListParams.builder().setLimit(MOST_BANKS).build();
        List<String> marks = calls.make(client ->
                StripeAmounts.given(
                                client.v1()
                                        .accounts()
                                        .externalAccounts()
                                        .list(accountId, params)
                                        .getData(),
                                "data")
                        .stream()
                        .map(StripePayees::mark)
                        .sorted()
                        .toList());
        return marks.isEmpty() ? Optional.empty() : Optional.of(sha256(String.join("\n", marks)));
    }

    private static String mark(ExternalAccount named) {
        if (named instanceof BankAccount bank) {
            return "bank " + bank.getFingerprint() + " " + Boolean.TRUE.equals(bank.getDefaultForCurrency());
        }
        if (named instanceof Card card) {
            return "card " + card.getFingerprint() + " " + Boolean.TRUE.equals(card.getDefaultForCurrency());
        }
        return "other " + named.getId();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static AccountCreateParams params(PayeeRequest request) {
        StripeBalance balance = StripeBalance.builder()
                .setStripeTransfers(StripeBalance.StripeTransfers.builder()
                        .setRequested(true)
                        .build())
                .build();
        AccountCreateParams.Builder params = AccountCreateParams.builder()
                .setDisplayName(request.displayName())
                .setDashboard(AccountCreateParams.Dashboard.EXPRESS)
                .setIdentity(AccountCreateParams.Identity.builder()
                        .setCountry(request.country().toLowerCase(Locale.ROOT))
                        .build())
                .setConfiguration(AccountCreateParams.Configuration.builder()
                        .setRecipient(Recipient.builder()
                                .setCapabilities(Capabilities.builder()
                                        .setStripeBalance(balance)
                                        .build())
                                .build())
                        .build())
                .setDefaults(Defaults.builder()
                        .setCurrency(StripeAmounts.code(request.currency()))
                        .setResponsibilities(Responsibilities.builder()
                                .setFeesCollector(Responsibilities.FeesCollector.APPLICATION)
                                .setLossesCollector(Responsibilities.LossesCollector.APPLICATION)
                                .build())
                        .build())
                .putMetadata("payee_id", request.payeeId())
                .addInclude(AccountCreateParams.Include.CONFIGURATION__RECIPIENT)
                .addInclude(AccountCreateParams.Include.DEFAULTS)
                .addInclude(AccountCreateParams.Include.IDENTITY)
                .addInclude(AccountCreateParams.Include.REQUIREMENTS);
        request.email().ifPresent(params::setContactEmail);
        return params.build();
    }

    private static PayeeAccount account(Account account) {
        String status = Optional.ofNullable(account.getConfiguration())
                .map(Account.Configuration::getRecipient)
                .map(Account.Configuration.Recipient::getCapabilities)
                .map(Account.Configuration.Recipient.Capabilities::getStripeBalance)
                .map(Account.Configuration.Recipient.Capabilities.StripeBalance::getStripeTransfers)
                .map(Account.Configuration.Recipient.Capabilities.StripeBalance.StripeTransfers::getStatus)
                .orElse("pending");
        return account(account, status);
    }

    /** An account by the state of the capability that counts. */
    static PayeeAccount account(Account account, String capabilityStatus) {
        boolean closed = Boolean.TRUE.equals(account.getClosed());
        return new PayeeAccount(
                StripeAmounts.given(account.getId(), "id"), closed ? State.RESTRICTED : state(capabilityStatus));
    }

    private static State state(String capabilityStatus) {
        return switch (capabilityStatus) {
            case "active" -> State.READY;
            case "pending" -> State.PENDING;
            default -> State.RESTRICTED;
        };
    }
}
