package dev.belay.wire;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import java.io.EOFException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in a sentence why a connection could not be made secure. */
final class TlsFailures {

    private static final String OWN_ROOT =
            "if it is your company's or your own, name its root certificate with ca_file in the config or in SSL_CERT_FILE";

    private static final String ALERT = "Received fatal alert: ";

    private TlsFailures() {}

    static Failed failed(SSLException e, String server) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof SSLPeerUnverifiedException) {
            return never("the certificate of " + server + " is for another name" + names(said), "check the base URL");
        }
        if (cause(e, CertificateExpiredException.class).isPresent()) {
            return never("the certificate of " + server + " has expired", clock());
        }
        if (cause(e, CertificateNotYetValidException.class).isPresent()) {
            return never("the certificate of " + server + " is not valid yet", clock());
        }
        if (isUntrusted(e)) {
            return never("nobody who is trusted here has signed the certificate of " + server, OWN_ROOT);
        }
        return byMessage(e, said, server);
    }

    private static Failed byMessage(SSLException e, String said, String server) {
        if (said.contains("Unsupported or unrecognized SSL message")) {
            return never(
                    server + " does not speak TLS",
                    "if it really is not to be encrypted, write http:// in the base URL");
        }
        if (cause(e, EOFException.class).isPresent()) {
            return new Failed(
                    new Problem(
                            Kind.NETWORK,
                            server + " closed the connection while it was made secure",
                            "check the base URL"),
                    Retry.SOON);
        }
        int alert = said.indexOf(ALERT);
        return alert < 0
                ? never("no secure connection to " + server + ": " + said, "check the base URL and the clock")
                : byAlert(said.substring(alert + ALERT.length()), server);
    }

    private static Failed byAlert(String alert, String server) {
        return switch (alert) {
            case "certificate_required", "bad_certificate" ->
                never(
                        server + " wants a client's certificate, or does not accept this one",
                        "client_cert and client_key in the config name it");
            case "handshake_failure", "protocol_version" ->
                never(
                        server + " and belay have no kind of encryption in common",
                        "it may speak only TLS versions of old");
            default -> never("no secure connection to " + server + ": it says " + alert, "check the base URL");
        };
    }

    private static boolean isUntrusted(Throwable e) {
        return cause(e, CertPathBuilderException.class).isPresent()
                || cause(e, CertPathValidatorException.class)
                        .filter(invalid -> invalid.getReason() != BasicReason.EXPIRED)
                        .isPresent();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** OkHttp lists the names that the certificate is for at the end of its message. */
    private static String names(String said) {
        int begin = said.indexOf("subjectAltNames: [");
        int end = said.indexOf(']', begin);
        String names = begin < 0 || end < 0 ? "" : said.substring(begin + "subjectAltNames: [".length(), end);
        return names.isBlank() ? "" : ": " + names;
    }

    private static String clock() {
        return "check this machine's clock: it says " + LocalDate.now(ZoneId.systemDefault());
    }

    private static Failed never(String message, String hint) {
        return new Failed(new Problem(Kind.NETWORK, message, hint), Retry.NEVER);
    }
}
