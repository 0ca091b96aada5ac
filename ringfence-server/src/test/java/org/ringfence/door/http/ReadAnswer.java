package org.ringfence.door.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;

/** An answer that was read from the wire, without chunks. */
record ReadAnswer(String text) implements HttpResponse<byte[]> {
  @Override
  public int statusCode() {
    return Integer.parseInt(text.split(" ", 3)[1]);
  }

  @Override
  public HttpHeaders headers() {
    Map<String, List<String>> fields =
        Arrays.stream(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n"))
            .skip(1)
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1]), (one, _) -> one));
    return HttpHeaders.of(fields, (_, _) -> true);
  }

  @Override
  public byte[] body() {
    return text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public HttpRequest request() {
    return HttpRequest.newBuilder(uri()).build();
  }

  @Override
  public Optional<HttpResponse<byte[]>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return URI.create("http://localhost/");
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
