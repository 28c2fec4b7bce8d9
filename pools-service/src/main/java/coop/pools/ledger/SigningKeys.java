package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.HeadStore.KeyRow;
import coop.pools.ledger.domain.SignedHead;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys with which this installation signs the heads of its books: Ed25519 (RFC 8032). The first is made when it is
 * needed first; {@link #renew} makes another, and old public keys stay listed, since what they signed stays signed.
 */
public final class SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    private final Transactions transactions;
    private final HeadStore store;
    private final KeySeal seal;
    private final Clock clock;

    public SigningKeys(Transactions transactions, HeadStore store, KeySeal seal, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /** All keys, the newest first. */
    public List<KeyRow> all() {
        return store.keys();
    }

    /** Makes the first key if there is none; throws {@link IllegalStateException} when the present one cannot be read. */
    public void prepare() {
        privateKey(present());
    }

    /** Makes a new key, retires the others and answers its id. */
    public String renew() {
        return transactions.inTransaction(() -> {
            KeyRow made = made();
            store.insertKey(made);
            store.retireOthers(made.id(), clock.instant());
            return made.id();
        });
    }

    /** Signs the end of a book. */
    public SignedHead sign(UUID book, long seq, byte[] hash, Instant at) {
        KeyRow key = present();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey(key));
            signature.update(SignedHead.text(book, seq, hash, at));
            return new SignedHead(book, seq, hash, at, key.id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a head cannot be signed", e);
        }
    }

    /**
     * Whether the head was signed with this key; false also for what is no key and no signature.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo
     */
    public static boolean isSignedBy(byte[] publicKey, SignedHead head) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(head.text());
            return signature.verify(head.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The name of a key: the first 16 hexadecimal digits of the SHA-256 of its public part. */
    public static String idOf(byte[] publicKey) {
        return HexFormat.of().formatHex(Arrays.copyOf(IdSource.sha256(publicKey), ID_BYTES));
    }

    private KeyRow present() {
        return store.signingKey()
                .orElseGet(() -> transactions.inTransaction(() -> {
                    Optional<KeyRow> other = store.signingKey();
                    other.ifPresentOrElse(key -> {}, () -> store.insertKey(made()));
                    return store.signingKey().orElseThrow();
                }));
    }

    private KeyRow made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] publicKey = pair.getPublic().getEncoded();
            byte[] open = pair.getPrivate().getEncoded();
            byte[] kept = seal.isSealing() ? seal.seal(open) : open;
            return new KeyRow(idOf(publicKey), publicKey, kept, seal.isSealing(), clock.instant(), Optional.empty());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signing key can be made", e);
        }
    }

    private PrivateKey privateKey(KeyRow key) {
        try {
            byte[] open = key.sealed() ? seal.open(key.privateKey()) : key.privateKey();
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(open));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The signing key " + key.id() + " cannot be read: POOLS_SIGNING_SECRET is not the one that sealed"
                            + " it. Put that back, or make another key with new-signing-key.",
                    e);
        }
    }
}
