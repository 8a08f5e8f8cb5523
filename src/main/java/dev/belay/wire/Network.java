package dev.belay.wire;

import java.util.Optional;

/**
 * How the network is reached.
 *
 * @param proxies through whom
 * @param trust whom to believe who they are
 * @param identity who we are to servers that ask for a certificate; empty for nobody
 */
public record Network(Proxies proxies, Trust trust, Optional<Identity> identity) {

    /** Straight, trusting whom Java trusts. */
    public static final Network DIRECT = new Network(Proxies.NONE, Trust.PLATFORM, Optional.empty());

    /** Whether files have to be read before a secure connection can be made. */
    boolean namesFiles() {
        return trust.only().isPresent() || trust.besides().isPresent() || identity.isPresent();
    }

    /**
     * Whose certificates are trusted.
     *
     * @param only these instead of those that came with Java
     * @param besides these, too
     */
    public record Trust(Optional<NamedFile> only, Optional<NamedFile> besides) {
        public static final Trust PLATFORM = new Trust(Optional.empty(), Optional.empty());
    }

    /**
     * A client's certificate.
     *
     * @param certificate the file with it, and with those that lead to its root
     * @param key the file with its private key; may be the same
     */
    public record Identity(NamedFile certificate, NamedFile key) {}
}
