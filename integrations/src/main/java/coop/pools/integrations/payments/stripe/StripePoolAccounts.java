package coop.pools.integrations.payments.stripe;

import com.stripe.model.v2.core.Account;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Merchant;
import com.stripe.param.v2.core.AccountCreateParams.Defaults;
import com.stripe.param.v2.core.AccountCreateParams.Defaults.Responsibilities;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase;
import com.stripe.param.v2.core.AccountLinkCreateParams.UseCase.AccountOnboarding;
import com.stripe.param.v2.core.AccountRetrieveParams;
import com.stripe.param.v2.core.AccountUpdateParams;
import com.stripe.param.v2.core.AccountUpdateParams.Configuration.Recipient;
import com.stripe.param.v2.core.AccountUpdateParams.Configuration.Recipient.Capabilities;
import com.stripe.param.v2.core.AccountUpdateParams.Configuration.Recipient.Capabilities.StripeBalance;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Accounts v2 with the merchant configuration, for Pools that are charged on an account of their own: it has Stripe's
 * whole dashboard, and Stripe collects its fees from it and carries its losses.
 *
 * <p>Source: docs.stripe.com/connect/accounts-v2 and docs.stripe.com/connect/direct-charges.
 */
final class StripePoolAccounts {
    private final StripeCalls calls;

    StripePoolAccounts(StripeCalls calls) {
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
                                .addConfiguration(AccountOnboarding.Configuration.MERCHANT)
                                .setRefreshUrl(refreshUrl)
                                .setReturnUrl(returnUrl)
                                .build())
                        .build())
                .build();
        return calls.make(client -> StripeAmounts.given(
                client.v2().core().accountLinks().create(params).getUrl(), "url"));
    }

    /** The recipient configuration is asked for when there is something to send: not every Pool ever needs it. */
    void allowTransfers(String accountId) {
        Capabilities capabilities = Capabilities.builder()
                .setStripeBalance(StripeBalance.builder()
                        .setStripeTransfers(StripeBalance.StripeTransfers.builder()
                                .setRequested(true)
                                .build())
                        .build())
                .build();
        AccountUpdateParams params = AccountUpdateParams.builder()
                .setConfiguration(AccountUpdateParams.Configuration.builder()
                        .setRecipient(Recipient.builder()
                                .setCapabilities(capabilities)
                                .build())
                        .build())
                .build();
        calls.make(client -> client.v2().core().accounts().update(accountId, params));
    }

    PayeeAccount read(String accountId) {
        AccountRetrieveParams params = AccountRetrieveParams.builder()
                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__MERCHANT)
                .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
                .build();
        return calls.make(client -> account(client.v2().core().accounts().retrieve(accountId, params)));
    }

    private static AccountCreateParams params(PayeeRequest request) {
        Merchant merchant = Merchant.builder()
                .setCapabilities(Merchant.Capabilities.builder()
                        .setCardPayments(Merchant.Capabilities.CardPayments.builder()
                                .setRequested(true)
                                .build())
                        .build())
                .build();
        AccountCreateParams.Builder params = AccountCreateParams.builder()
                .setDisplayName(request.displayName())
                .setDashboard(AccountCreateParams.Dashboard.FULL)
                .setIdentity(AccountCreateParams.Identity.builder()
                        .setCountry(request.country().toLowerCase(Locale.ROOT))
                        .build())
                .setConfiguration(AccountCreateParams.Configuration.builder()
                        .setMerchant(merchant)
                        .build())
                .setDefaults(Defaults.builder()
                        .setCurrency(StripeAmounts.code(request.currency()))
                        .setResponsibilities(Responsibilities.builder()
                                .setFeesCollector(Responsibilities.FeesCollector.STRIPE)
                                .setLossesCollector(Responsibilities.LossesCollector.STRIPE)
                                .build())
                        .build())
                .putMetadata("pool_account_id", request.payeeId())
                .addInclude(AccountCreateParams.Include.CONFIGURATION__MERCHANT)
                .addInclude(AccountCreateParams.Include.DEFAULTS)
                .addInclude(AccountCreateParams.Include.IDENTITY)
                .addInclude(AccountCreateParams.Include.REQUIREMENTS);
        request.email().ifPresent(params::setContactEmail);
        return params.build();
    }

    private static PayeeAccount account(Account account) {
        String status = Optional.ofNullable(account.getConfiguration())
                .map(Account.Configuration::getMerchant)
                .map(Account.Configuration.Merchant::getCapabilities)
                .map(Account.Configuration.Merchant.Capabilities::getCardPayments)
                .map(Account.Configuration.Merchant.Capabilities.CardPayments::getStatus)
                .orElse("pending");
        return StripePayees.account(account, status);
    }
}
