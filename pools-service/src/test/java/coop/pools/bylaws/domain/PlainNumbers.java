package coop.pools.bylaws.domain;

/** Takes out of a text the numbers that name things: articles, paragraphs, sections of a law, a hash function. */
final class PlainNumbers {
    private PlainNumbers() {}

    static String in(String text) {
        return text.replaceAll("(?m)^## F?[0-9]+\\. ", "")
                .replaceAll("(?m)^F?[0-9]+\\.[0-9]+ ", "")
                .replaceAll("articles? F?[0-9]+( and [0-9]+)?", "")
                .replaceAll("Article F?[0-9]+", "")
                .replaceAll("§18-[0-9]+", "")
                .replace("title 6, chapter 18", "")
                .replaceAll("\\(b\\)|\\(c\\)", "")
                .replace("SHA-256", "");
    }
}
