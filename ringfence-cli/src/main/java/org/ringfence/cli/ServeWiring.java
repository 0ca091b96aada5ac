package org.ringfence.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.ringfence.decision.policy.MailFlowRules;
import org.ringfence.door.milter.MilterAddress;
import org.ringfence.door.milter.MilterServer;
import org.ringfence.door.milter.MilterSettings;
import org.ringfence.effect.act.Editing;
import org.ringfence.effect.act.FailMode;
import org.ringfence.effect.act.Marking;
import org.ringfence.effect.act.Policy;
import org.ringfence.effect.act.RulePolicy;
import org.ringfence.reception.Care;
import org.ringfence.reception.Reception;
import org.ringfence.reception.ReceptionSettings;
import org.ringfence.reception.Work;

/** Fits the doors together from the options of {@code serve}. */
final class ServeWiring {
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  /** Judging mostly keeps a processor busy, and sometimes waits for the DNS. */
  private static final int JUDGEMENTS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

  private final ServeOptions options;
  private final SiteOptions site;

  ServeWiring(ServeOptions options, SiteOptions site) {
    this.options = options;
    this.site = site;
  }

  /**
   * What has mail judged and answers for it.
   *
   * @throws CommandFailure where the options contradict each other or the knowledge is unusable
   */
  Reception reception(Assembly assembly) {
    if (options.deadline < 1) {
      throw new CommandFailure("--deadline takes a number of seconds, one or more.");
    }
    AuthenticationOptions authentication = atTheDoor(site.authentication);
    boolean verifies = authentication.source() == AuthenticationOptions.Source.DNS;
    Policy policy = policy(assembly);
    return new Reception(
        new Work(
            assembly.assemble(site).judge(),
            policy,
            new Editing(new Marking(authentication.boundary(), verifies, fields(policy))),
            _ -> ""),
        new Care(new NoStore(), new NoStore(), InstantSource.system(), () -> new byte[10]),
        new ReceptionSettings(
            options.fail,
            FailMode.TEMP_FAIL,
            Duration.ofSeconds(options.deadline),
            PROGRESS,
            JUDGEMENTS,
            true,
            ReceptionSettings.Memory.COUNT),
        System::nanoTime);
  }

  /**
   * What is done with a judged mail.
   *
   * @throws CommandFailure where the rules cannot be used, or enforce what no door can do: a
   *     protection that is written down and not there would be worse than none
   */
  private Policy policy(Assembly assembly) {
    if (options.policy == null) {
      return options.onCallback;
    }
    MailFlowRules rules = PolicySource.rules(options.policy, assembly.vocabulary(site.knowledge));
    RulePolicy policy = new RulePolicy(rules, InstantSource.system());
    if (!policy.undoable().isEmpty()) {
      throw new CommandFailure(
          options.policy
              + ": the milter cannot do this yet: "
              + String.join(", ", policy.undoable())
              + ". Leave these rules on audit, or take these actions out.");
    }
    return policy;
  }

  private static Set<String> fields(Policy policy) {
    return policy instanceof RulePolicy rules ? rules.fields() : Set.of();
  }

  /** The milter. */
  MilterServer milter(Reception reception) {
    return new MilterServer(
        address(),
        MilterSettings.standard(),
        reception,
        new MilterServer.Clocks(InstantSource.system(), System::nanoTime));
  }

  /**
   * Where to listen.
   *
   * @throws CommandFailure where that is no address
   */
  MilterAddress address() {
    try {
      return MilterAddress.of(options.milter);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(
          "--milter takes HOST:PORT, such as 127.0.0.1:8891, or unix:PATH.", wrong);
    }
  }

  /**
   * At a door the keys are still in the DNS, and the mail server shows its milters everything but
   * its own Received field.
   */
  private static AuthenticationOptions atTheDoor(AuthenticationOptions given) {
    if (given.source == null) {
      given.source = AuthenticationOptions.Source.DNS;
    }
    if (given.source == AuthenticationOptions.Source.DNS) {
      given.ownReceived = given.ownReceived == null ? Integer.valueOf(0) : given.ownReceived;
      if (given.authservIds.isEmpty()) {
        given.authservIds.add(hostName());
      }
    }
    return given;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
