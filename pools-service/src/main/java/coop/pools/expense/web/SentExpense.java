package coop.pools.expense.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.expense.HandInExpense.Claim;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.StrictJson;
import coop.pools.receipt.web.SentReceipts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads an expense as it was sent: by a page's form, or by a program as JSON beside the files. */
final class SentExpense {
    private static final int LONGEST_NOTE = 10_000;
    private static final ObjectMapper JSON = StrictJson.mapper();

    private SentExpense() {}

    /** By a page. */
    static Claim ofForm(UUID id, String slug, Currency currency, SentReceipts form) {
        Money amount = MoneyText.read("amount", form.word("amount"), currency);
        if (!amount.isPositive()) {
            throw Fields.invalid("amount", "must be above zero");
        }
        return claim(id, slug, form.word("title"), amount, form.word("spentOn"), form.word("note"), form.files());
    }

    /** By a program: JSON in the field {@code expense}. */
    static Claim ofJson(UUID id, String slug, SentReceipts form) {
        Body body = json(form.word("expense"));
        return claim(
                id,
                slug,
                Fields.required("title", body.title()),
                Fields.required("amount", body.amount()).positive("amount"),
                Optional.ofNullable(body.spentOn()).orElse(""),
                Optional.ofNullable(body.note()).orElse(""),
                form.files());
    }

    private static Claim claim(
            UUID id, String slug, String title, Money amount, String spentOn, String note, List<byte[]> files) {
        String text = note.strip().replace("\r\n", "\n");
        if (text.codePointCount(0, text.length()) > LONGEST_NOTE) {
            throw Fields.invalid("note", "at most " + LONGEST_NOTE + " characters");
        }
        return new Claim(id, slug, Fields.text("title", title, 120), amount, day(spentOn), text, files);
    }

    private static Optional<LocalDate> day(String sent) {
        if (sent.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(sent.strip()));
        } catch (DateTimeParseException e) {
            throw Fields.invalid("spentOn", "write the day like 2026-05-31");
        }
    }

    private static Body json(String sent) {
        if (sent.isBlank()) {
            throw Fields.invalid("expense", "is missing");
        }
        try {
            return Fields.required("expense", JSON.readValue(sent, Body.class));
        } catch (JsonProcessingException e) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "the field expense is no such JSON"));
        }
    }

    /**
     * What a program sends.
     *
     * @param spentOn a day such as {@code 2026-05-31}; may be missing
     * @param note Markdown; may be missing
     */
    record Body(String title, MoneyJson amount, String spentOn, String note) {}
}
