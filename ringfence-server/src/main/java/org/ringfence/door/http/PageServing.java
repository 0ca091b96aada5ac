package org.ringfence.door.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.ringfence.custody.CustodyFailure;
import org.ringfence.door.http.web.PageRefusal;
import org.ringfence.door.http.web.PageReply;
import org.ringfence.door.http.web.PageRoute;
import org.ringfence.door.http.web.Website;
import org.ringfence.operation.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves pages to browsers. What cannot be answered is a page as well; the log has one line for it,
 * without a word of the request.
 */
final class PageServing {
  private static final Logger LOG = LoggerFactory.getLogger(PageServing.class);
  private static final String NAME = "http";
  private static final int FRAMES = 8;

  private final Website website;
  private final Meters meters;
  private final Semaphore places;
  private final Supplier<BodyReader> bodies;

  /**
   * @param places how many requests may be worked on at once
   * @param bodies makes a reader for the body of each
   */
  PageServing(Website website, Meters meters, Semaphore places, Supplier<BodyReader> bodies) {
    this.website = website;
    this.meters = meters;
    this.places = places;
    this.bodies = bodies;
  }

  /** Answers a request. */
  void serve(Context context, PageRoute route) {
    String name = route.method() + " " + route.path();
    PageReply reply = answered(context, route, name);
    LOG.debug("answered route=\"{}\" status={}", name, reply.status());
    write(context, name, reply);
  }

  /** Answers where there is no such page. */
  void refuse(Context context, Problem problem) {
    write(context, "-", website.refusing().apply(BrowserRequest.refusal(problem)));
  }

  private PageReply answered(Context context, PageRoute route, String name) {
    try {
      return worked(context, route);
    } catch (PageRefusal refusal) {
      LOG.info(
          "refused route=\"{}\" status={} from={} problem=\"{}\"",
          name,
          refusal.status(),
          context.req().getRemoteAddr(),
          refusal.title());
      return website.refusing().apply(refusal);
    } catch (CustodyFailure failure) {
      meters.storeFailed("page");
      LOG.error("The store could not be had: {}", failure.getMessage());
      return website.refusing().apply(BrowserRequest.refusal(Problem.noStore()));
    } catch (RuntimeException fault) {
      // The fault's own message may hold what a stranger sent.
      LOG.error(
          "Ringfence failed on a page: route=\"{}\" fault={} at {}",
          name,
          fault.getClass().getSimpleName(),
          Arrays.stream(fault.getStackTrace()).limit(FRAMES).toList());
      return website.refusing().apply(BrowserRequest.refusal(Problem.fault()));
    }
  }

  private PageReply worked(Context context, PageRoute route) {
    if (!places.tryAcquire()) {
      throw BrowserRequest.refusal(Problem.busy());
    }
    try (BodyReader reader = bodies.get()) {
      BrowserRequest request = new BrowserRequest(context, reader);
      if (route.method().equals("POST") && !request.isFromHere()) {
        throw new PageRefusal(
            403, "This form was not sent by a page of ours.", "Open the page anew and try again.");
      }
      return route.handling().answer(request);
    } finally {
      places.release();
    }
  }

  private void write(Context context, String route, PageReply reply) {
    meters.answered(NAME, route, reply.status());
    reply.headers().forEach(context::header);
    context.status(reply.status()).contentType(reply.type()).result(reply.body().stream());
  }
}
