package org.ringfence.assessment.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.assessment.authentication.KnownAnswers;
import org.ringfence.assessment.authentication.ResultCode;
import org.ringfence.assessment.authentication.signature.RawMessage;
import org.ringfence.mail.Limits;
import org.ringfence.mail.Octets;

/** Verifies the signed messages that RFC 6376 (Appendix A) and RFC 8463 (Appendix A) publish. */
final class RfcExamplesTest {
  private static final String SIGNED =
      """
      DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=brisbane; t=1528637909; h=from : to :
       subject : date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
       Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
      DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
       d=football.example.com; i=@football.example.com;
       q=dns/txt; s=test; t=1528637909; h=from : to : subject :
       date : message-id : from : subject : date;
       bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
       b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
       DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
       dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game.  Are you hungry yet?

      Joe.

      """;

  private static final String OF_RFC_6376 =
      """
      DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;
            c=simple/simple; q=dns/txt; i=joe@football.example.com;
            h=Received : From : To : Subject : Date : Message-ID;
            bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
            b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB
            4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut
            KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV
            4bmp/YzhwvcubU4=;
      Received: from client1.football.example.com  [192.0.2.1]
            by submitserver.example.com with SUBMISSION;
            Fri, 11 Jul 2003 21:01:54 -0700 (PDT)
      From: Joe SixPack <joe@football.example.com>
      To: Suzie Q <suzie@shopping.example.net>
      Subject: Is dinner ready?
      Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
      Message-ID: <20030712040037.46341.5F8J@football.example.com>

      Hi.

      We lost the game. Are you hungry yet?

      Joe.
      """;

  private final KnownAnswers dns =
      new KnownAnswers()
          .txt(
              "brisbane._domainkey.example.com",
              "v=DKIM1;"
                  + " p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fW"
                  + "n7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gb"
                  + "to/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB")
          .txt(
              "brisbane._domainkey.football.example.com",
              "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
          .txt(
              "test._domainkey.football.example.com",
              "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6"
                  + "Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1"
                  + "Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

  @Test
  void exampleOfRfc6376_passes() {
    assertThat(verify(OF_RFC_6376).getFirst().result().code()).isEqualTo(ResultCode.PASS);
  }

  @Test
  void exampleOfRfc8463_passesTwice() {
    List<DkimResult> results = verify(SIGNED);

    assertThat(results).extracting(r -> r.result().code()).containsOnly(ResultCode.PASS).hasSize(2);
    assertThat(results.getFirst().result().value("header", "b")).contains("/gCrinpc");
    SignedContent signed = results.getFirst().signed().orElseThrow();
    assertThat(signed.signedAt()).contains(Instant.ofEpochSecond(1528637909));
    assertThat(signed.covers("Message-ID")).isTrue();
    assertThat(signed.closes("from")).isTrue();
    assertThat(signed.closes("to")).isFalse();
  }

  @Test
  void exampleOfRfc8463_changed_failsTwice() {
    assertThat(verify(SIGNED.replace("hungry", "thirsty")))
        .extracting(r -> r.result().code())
        .containsExactly(ResultCode.FAIL, ResultCode.FAIL);
  }

  private List<DkimResult> verify(String text) {
    byte[] octets = text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    var clock = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    return new DkimVerifier(dns, clock)
        .verify(RawMessage.read(Octets.of(octets), Limits.standard()));
  }
}
