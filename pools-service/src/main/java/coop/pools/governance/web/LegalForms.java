package coop.pools.governance.web;

/** What legal forms are called among people. */
final class LegalForms {
    private LegalForms() {}

    /** The form's own word where it has no other name. */
    static String name(String form) {
        return switch (form) {
            case "una" -> "unincorporated association";
            case "de_llc" -> "Delaware LLC";
            default -> form;
        };
    }
}
