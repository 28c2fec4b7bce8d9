package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

class PayeesTest {
    private static final Optional<String> GERMANY = Optional.of("DE");

    @EveryDatabase
    void aPayeeBecomesReadyThroughTheProcessorsPages(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invited invited = invite(house);
        assertThat(invited.payee().state()).isEqualTo(PayeeState.INVITED);
        String address = house.onboard.begin(invited.payee().id(), token(invited), GERMANY);
        assertThat(address).contains("/sandbox/onboarding/acct_sandbox_");
        assertThat(present(house, invited).state()).isEqualTo(PayeeState.PENDING);
        house.sandbox
                .completeOnboarding(present(house, invited).accountId().orElseThrow())
                .forEach(house::deliver);
        house.work();
        assertThat(present(house, invited).state()).isEqualTo(PayeeState.READY);
    }

    @EveryDatabase
    void onlyMembersInvite(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invitation invitation = PayingOutTest.invitation(house, "Chi");
        assertThatThrownBy(() -> house.invite.invite(Caller.guest("x"), invitation))
                .hasMessage("SIGN_IN_REQUIRED");
        assertThatThrownBy(() -> house.invite.invite(
                        Caller.of(UUID.fromString("00000000-0000-0000-0000-000000000001")), invitation))
                .hasMessage("MEMBERS_ONLY");
    }

    @EveryDatabase
    void aDoubleClickInvitesOnceAndTheNewestLinkCounts(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        InvitePayee.Invitation invitation = PayingOutTest.invitation(house, "Chi");
        InvitePayee.Invited first = house.invite.invite(ana, invitation);
        InvitePayee.Invited second = house.invite.invite(ana, invitation);
        assertThat(second.payee().id()).isEqualTo(first.payee().id());
        assertThatThrownBy(() -> house.onboard.invited(first.payee().id(), token(first)))
                .hasMessage("ONBOARDING_LINK_INVALID");
        assertThat(house.onboard.invited(second.payee().id(), token(second)).name())
                .isEqualTo("Chi");
    }

    @EveryDatabase
    void aLinkGrowsOldAndGuessesDoNotWork(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invited invited = invite(house);
        UUID id = invited.payee().id();
        assertThatThrownBy(() -> house.onboard.begin(id, "guess", GERMANY)).hasMessage("ONBOARDING_LINK_INVALID");
        house.clock.advance(InvitePayee.LINK_LIFE.plus(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> house.onboard.begin(id, token(invited), GERMANY))
                .hasMessage("ONBOARDING_LINK_INVALID");
    }

    @EveryDatabase
    void theAccountIsBoundOnceForEver(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invited invited = invite(house);
        house.onboard.begin(invited.payee().id(), token(invited), GERMANY);
        String account = present(house, invited).accountId().orElseThrow();
        int changed = db.transactions()
                .inTransaction(() -> house.payees.bindAccount(invited.payee().id(), "acct_other"));
        assertThat(changed).isZero();
        house.onboard.begin(invited.payee().id(), token(invited), Optional.of("FR"));
        assertThat(present(house, invited).accountId()).contains(account);
        assertThat(present(house, invited).country()).contains("DE");
    }

    @EveryDatabase
    void onlyWhoInvitedAPayeeMakesANewLink(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        InvitePayee.Invited invited = house.invite.invite(ana, PayingOutTest.invitation(house, "Chi"));
        UUID id = invited.payee().id();
        assertThatThrownBy(() -> house.invite.again(house.member("Mallory"), id))
                .hasMessage("INVITER_ONLY");
        assertThat(house.onboard.invited(id, token(invited)).id()).isEqualTo(id);
        InvitePayee.Invited again = house.invite.again(ana, id);
        assertThat(house.onboard.invited(id, token(again)).id()).isEqualTo(id);
    }

    @EveryDatabase
    void aReadyPayeeGetsNoNewLink(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        InvitePayee.Invited invited = house.invite.invite(ana, PayingOutTest.invitation(house, "Chi"));
        PayingOutTest.onboard(house, invited);
        assertThatThrownBy(() -> house.invite.again(ana, invited.payee().id())).hasMessage("PAYEE_READY");
        assertThatThrownBy(() -> house.onboard.begin(invited.payee().id(), token(invited), GERMANY))
                .hasMessage("PAYEE_READY");
    }

    @EveryDatabase
    void anAccountWhoseAnswerWasLostIsMadeOnce(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invited invited = invite(house);
        house.faulty.breakNext("createPayee", Fault.ANSWER_LOST);
        assertThatThrownBy(() -> house.onboard.begin(invited.payee().id(), token(invited), GERMANY))
                .hasMessage("PROCESSOR_UNREACHABLE");
        house.onboard.begin(invited.payee().id(), token(invited), GERMANY);
        assertThat(house.faulty.calls("createPayee").stream().distinct()).hasSize(1);
    }

    @EveryDatabase
    void anUnknownCountryIsRefused(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        InvitePayee.Invited invited = invite(house);
        assertThatThrownBy(() -> house.onboard.begin(invited.payee().id(), token(invited), Optional.of("ZZ")))
                .hasMessage("INVALID_FIELD");
        assertThatThrownBy(() -> house.onboard.begin(invited.payee().id(), token(invited), Optional.empty()))
                .hasMessage("INVALID_FIELD");
    }

    @EveryDatabase
    void aProposalCanOnlyPayThisBodysPayeeInItsCurrency(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Payee payee = invite(house).payee();
        PayeeActionCheck check = new PayeeActionCheck(house.payees, house.bodies);
        assertThatCode(() -> check.check(house.pool, pay(payee.id(), 100, "EUR")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(house.pool, pay(payee.id(), 100, "USD")))
                .hasMessage("WRONG_CURRENCY");
        assertThatThrownBy(() -> check.check(house.pool, pay(payee.id(), 0, "EUR")))
                .hasMessage("AMOUNT_TOO_SMALL");
        assertThatThrownBy(() -> check.check(house.pool, pay(house.ids.newId(), 100, "EUR")))
                .hasMessage("UNKNOWN_PAYEE");
        BodyRef other = house.bodies.add(BodyRef.pool(house.ids.newId()), "others", "EUR");
        assertThatThrownBy(() -> check.check(other, pay(payee.id(), 100, "EUR")))
                .hasMessage("UNKNOWN_PAYEE");
    }

    @EveryDatabase
    void anAmountThatCannotBeSentIsRefusedWhenItIsProposed(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        PayeeActionCheck check = new PayeeActionCheck(house.payees, house.bodies);
        for (String currency : List.of("HUF", "TWD", "KWD")) {
            BodyRef pool =
                    house.bodies.add(BodyRef.pool(house.ids.newId()), currency.toLowerCase(Locale.ROOT), currency);
            assertThatThrownBy(() -> check.check(pool, pay(house.ids.newId(), 400_055, currency)))
                    .hasMessage("AMOUNT_NOT_A_MULTIPLE");
            assertThatThrownBy(() -> check.check(pool, pay(house.ids.newId(), 400_000, currency)))
                    .hasMessage("UNKNOWN_PAYEE");
        }
    }

    @EveryDatabase
    void listsGoOnAfterTheLastOneSeen(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        for (int i = 0; i < 5; i++) {
            house.invite.invite(ana, PayingOutTest.invitation(house, "Payee " + i));
        }
        ReadPayees read = new ReadPayees(house.payees, house.bodies, body -> house.way);
        List<Payee> all = read.ofBody(ana, house.pool, Optional.empty(), 10);
        List<Payee> rest = read.ofBody(ana, house.pool, Optional.of(all.get(1).id()), 10);
        assertThat(rest).isEqualTo(all.subList(2, 5));
        assertThatThrownBy(() -> read.ofBody(Caller.of(house.ids.newId()), house.pool, Optional.empty(), 10))
                .hasMessage("MEMBERS_ONLY");
    }

    private static Action.Pay pay(UUID payee, long minor, String currency) {
        return new Action.Pay(payee, Money.of(minor, currency), "a room");
    }

    private static InvitePayee.Invited invite(MoneyHouse house) {
        return house.invite.invite(house.member("Ana"), PayingOutTest.invitation(house, "Chi Nwosu"));
    }

    private static String token(InvitePayee.Invited invited) {
        return invited.onboardingUrl().split("token=")[1];
    }

    private static Payee present(MoneyHouse house, InvitePayee.Invited invited) {
        return house.payees.find(invited.payee().id()).orElseThrow();
    }
}
