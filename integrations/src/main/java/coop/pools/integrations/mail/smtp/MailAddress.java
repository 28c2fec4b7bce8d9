package coop.pools.integrations.mail.smtp;

import java.util.regex.Pattern;

/** What passes for a mail address: the plain form of RFC 5321, without quotes, comments and routes. */
public final class MailAddress {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private MailAddress() {}

    public static boolean isOne(String text) {
        return text.length() <= 254
                && text.indexOf('@') <= 64
                && PLAIN.matcher(text).matches();
    }
}
