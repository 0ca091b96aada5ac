package org.ringfence.connector.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import org.ringfence.assessment.authentication.dns.Answer;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;

/**
 * Asks recursive resolvers over UDP, and over TCP what UDP cut off.
 *
 * <p>Never throws for what a server says or does not say. A server that fails is followed by the
 * next; the time of one question is bounded by servers, rounds and the time of each. Whether an
 * answer was validated (the AD bit) is not looked at: a validating resolver answers SERVFAIL for
 * what is forged, and that is {@link Answer.Trouble}. May be shared between threads.
 */
public final class DnsjavaResolver implements Resolver {
  /** Fits the smallest MTU of IPv6, so that no answer comes in fragments (DNS flag day 2020). */
  private static final int UDP_PAYLOAD = 1_232;

  private final List<SimpleResolver> attempts;

  /** A resolver that asks as {@code settings} say. */
  public DnsjavaResolver(DnsSettings settings) {
    List<InetSocketAddress> configured = settings.servers();
    List<InetSocketAddress> servers =
        configured.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : configured;
    List<SimpleResolver> round = servers.stream().map(server -> asking(server, settings)).toList();
    this.attempts =
        Collections.nCopies(settings.rounds(), round).stream().flatMap(List::stream).toList();
  }

  private static SimpleResolver asking(InetSocketAddress server, DnsSettings settings) {
    var resolver = new SimpleResolver(server);
    resolver.setTimeout(settings.time());
    resolver.setEDNS(0, UDP_PAYLOAD, 0, List.of());
    return resolver;
  }

  @Override
  public Answer ask(String name, Type type) {
    try {
      // In dnsjava's text form a backslash starts an escape; here it is a character.
      Name owner = Name.fromString(name.replace("\\", "\\\\"), Name.root);
      return ask(Record.newRecord(owner, RecordText.number(type), DClass.IN));
    } catch (TextParseException unaskable) {
      return new Answer.NoSuchName();
    }
  }

  private Answer ask(Record question) {
    Answer answer = new Answer.Trouble("No DNS server is known; name one in the configuration.");
    for (SimpleResolver server : attempts) {
      answer = ask(server, question);
      if (!(answer instanceof Answer.Trouble) || Thread.currentThread().isInterrupted()) {
        return answer;
      }
    }
    return answer;
  }

  private static Answer ask(SimpleResolver server, Record question) {
    try {
      Message response = server.send(Message.newQuery(question));
      return new Response(response, question, name(server)).answer();
    } catch (IOException silent) {
      return new Answer.Trouble("The DNS server " + name(server) + " did not answer.");
    }
  }

  private static String name(SimpleResolver server) {
    InetSocketAddress address = server.getAddress();
    return address.getAddress().getHostAddress() + " port " + address.getPort();
  }
}
