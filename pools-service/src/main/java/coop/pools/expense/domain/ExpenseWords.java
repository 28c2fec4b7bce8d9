package coop.pools.expense.domain;

import coop.pools.receipt.domain.Receipt;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the proposal of an expense says. The fingerprints of its receipts stand in it, so that whoever voted can later
 * see that they voted on these very files.
 */
public final class ExpenseWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private ExpenseWords() {}

    /** Markdown. */
    public static String text(UUID expense, String note, Optional<LocalDate> spentOn, List<Receipt> receipts) {
        StringBuilder text = new StringBuilder();
        if (!note.isEmpty()) {
            text.append(note).append("\n\n");
        }
        spentOn.ifPresent(
                day -> text.append("Spent on ").append(DAY.format(day)).append(".\n\n"));
        text.append("Receipts of expense ").append(expense).append(", for members to open:\n\n");
        for (Receipt receipt : receipts) {
            text.append(receipt.no())
                    .append(". ")
                    .append(receipt.words())
                    .append(", SHA-256 `")
                    .append(receipt.sha256())
                    .append("`\n");
        }
        return text.toString().strip();
    }

    /** In the public book; at most 200 characters. */
    public static String purpose(String title) {
        String purpose = "Expense: " + title;
        return purpose.length() <= 200 ? purpose : purpose.substring(0, 199).strip();
    }
}
