package dev.belay.wire;

import dev.belay.wire.ProxyServer.Kind;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A socket that a SOCKS 5 proxy connects (RFC 1928, 1929). Java has one of its own, but that one cannot be made to notice a
 * dead network, and tells a proxy without a login the name of the local user.
 */
final class SocksSocket extends Socket {

    private static final int VERSION = 5;
    private static final int LOGIN_VERSION = 1;
    private static final int NO_LOGIN = 0;
    private static final int WITH_LOGIN = 2;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int NOT_ALLOWED = 2;
    private static final String[] REFUSALS = {
        "",
        "failed",
        "does not allow it",
        "found the network unreachable",
        "found the server unreachable",
        "was refused by the server",
        "gave up on the way",
        "does not know the request",
        "does not know this kind of address"
    };

    private final ProxyServer proxy;

    SocksSocket(ProxyServer proxy) {
        this.proxy = proxy;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        try {
            super.connect(new InetSocketAddress(InetAddress.getByName(proxy.host()), proxy.port()), timeout);
            int before = getSoTimeout();
            setSoTimeout(timeout);
            greet();
            ask((InetSocketAddress) endpoint);
            setSoTimeout(before);
        } catch (ProxyFailure known) {
            throw known;
        } catch (IOException e) {
            throw ProxyFailure.unreached(proxy, e);
        }
    }

    private DataInputStream in() throws IOException {
        return new DataInputStream(getInputStream());
    }

    private void greet() throws IOException {
        getOutputStream()
                .write(
                        proxy.login().isPresent()
                                ? new byte[] {VERSION, 2, NO_LOGIN, WITH_LOGIN}
                                : new byte[] {VERSION, 1, NO_LOGIN});
        DataInputStream in = in();
        if (in.readUnsignedByte() != VERSION) {
            throw ProxyFailure.never(proxy, "does not speak SOCKS 5", "check " + proxy.setting());
        }
        int way = in.readUnsignedByte();
        if (way == WITH_LOGIN && proxy.login().isPresent()) {
            logIn(proxy.login().get());
        } else if (way != NO_LOGIN) {
            throw ProxyFailure.login(proxy, List.of());
        }
    }

    private void logIn(ProxyLogin login) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(LOGIN_VERSION);
        message.write(login.userBytes().length);
        message.writeBytes(login.userBytes());
        message.write(login.passwordBytes().length);
        message.writeBytes(login.passwordBytes());
        getOutputStream().write(message.toByteArray());
        DataInputStream in = in();
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw ProxyFailure.login(proxy, List.of());
        }
    }

    private void ask(InetSocketAddress target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(bytes);
        message.write(new byte[] {VERSION, CONNECT, 0});
        write(target, message);
        message.writeShort(target.getPort());
        getOutputStream().write(bytes.toByteArray());
        DataInputStream in = in();
        in.readUnsignedByte();
        int refused = in.readUnsignedByte();
        if (refused != 0) {
            throw refusal(refused);
        }
        in.readUnsignedByte();
        skipAddress(in);
    }

    private void write(InetSocketAddress target, DataOutputStream message) throws IOException {
        Optional<InetAddress> address =
                proxy.kind() == Kind.SOCKS ? Optional.of(target.getAddress()) : IpLiteral.of(target.getHostString());
        if (address.isPresent()) {
            byte[] ip = address.get().getAddress();
            message.write(ip.length == 4 ? IPV4 : IPV6);
            message.write(ip);
        } else {
            byte[] name = target.getHostString().getBytes(StandardCharsets.US_ASCII);
            message.write(NAME);
            message.write(name.length);
            message.write(name);
        }
    }

    private ProxyFailure refusal(int number) {
        String what = number < REFUSALS.length ? REFUSALS[number] : "failed with number " + number;
        return number == NOT_ALLOWED
                ? ProxyFailure.never(proxy, what, "ask who runs it, or name the server in NO_PROXY")
                : ProxyFailure.again(proxy, what);
    }

    /** Where the proxy connected from, which nobody needs. */
    private static void skipAddress(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        int length = kind == IPV4 ? 4 : kind == IPV6 ? 16 : in.readUnsignedByte();
        in.readFully(new byte[length + 2]);
    }
}
