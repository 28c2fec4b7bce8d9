package coop.pools.integrations.mail;

/** The mail server that takes letters to people. */
public interface MailServer {
    /**
     * Hands a letter over; when this returns, the server has taken it.
     *
     * @throws MailFailure when it has not, or may not have
     */
    void send(Letter letter) throws MailFailure;
}
