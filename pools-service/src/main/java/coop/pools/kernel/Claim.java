package coop.pools.kernel;

/** Somebody who says who they are; whether it is so is found out when it is needed, together with others' claims. */
public interface Claim {
    /** Says that the caller will be asked for. */
    void expect();

    /** Who it is; refused with {@link CommonRefusal#SIGN_IN_REQUIRED} when it is nobody. */
    Caller caller();

    /** Of whom it is known already. */
    static Claim of(Caller caller) {
        return new Claim() {
            @Override
            public void expect() {}

            @Override
            public Caller caller() {
                return caller;
            }
        };
    }
}
