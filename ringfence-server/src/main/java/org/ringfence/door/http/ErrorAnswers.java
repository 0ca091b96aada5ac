package org.ringfence.door.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is answered where the web server refuses a request before we see it: our words alone. */
final class ErrorAnswers extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Reply reply = Reply.of(Problem.refused(code));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    SafetyHeaders.FIELDS.forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(reply.body().toByteArray()), callback);
  }
}
