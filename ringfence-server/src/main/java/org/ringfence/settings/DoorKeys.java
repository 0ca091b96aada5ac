package org.ringfence.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringfence.effect.act.FailMode;

/** The settings that several doors have in common. */
public record DoorKeys(
    Key<Optional<Address>> address,
    Key<FailMode> failMode,
    Key<Integer> connections,
    Key<List<String>> peers,
    Key<Optional<Path>> certificate,
    Key<Optional<Path>> privateKey) {
  private static final int CONNECTIONS = 500;

  DoorKeys(String name, Optional<Address> address) {
    this(
        Key.of(path(name, "address"), Forms.door(), address, "Where it listens.").fixed(),
        Key.of(
            path(name, "fail-mode"),
            Forms.choice(FailMode.class),
            FailMode.ACCEPT_AND_MARK,
            "What becomes of a mail that could not be judged. accept-and-mark: it is delivered with"
                + " X-Ringfence-Verdict: not-judged. temp-fail: it is answered 451, and the sending"
                + " host comes again."),
        Key.of(
                path(name, "connections"),
                Forms.whole(1, 100_000),
                CONNECTIONS,
                "How many connections at once; a further one waits.")
            .fixed(),
        Key.of(
                path(name, "trusted-peers"),
                Forms.list(Forms.network()),
                List.of("127.0.0.0/8", "::1/128"),
                "Who may say on whose behalf it comes: XFORWARD and XCLIENT.")
            .fixed(),
        Key.of(
                path(name, "tls-certificate"),
                Forms.maybe(Forms.file()),
                Optional.<Path>empty(),
                "Its certificate and the chain, as PEM. Without it there is no TLS.")
            .fixed(),
        Key.of(
                path(name, "tls-key"),
                Forms.maybe(Forms.file()),
                Optional.<Path>empty(),
                "The private key of the certificate, as PEM (PKCS #8).")
            .fixed());
  }

  private static String path(String door, String name) {
    return "doors." + door + "." + name;
  }
}
