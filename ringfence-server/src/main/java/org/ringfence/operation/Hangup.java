package org.ringfence.operation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * SIGHUP, by which administrators ask a service to read its settings again.
 *
 * <p>Java has no public way to a signal, and ends on this one. {@code sun.misc.Signal} of the
 * module jdk.unsupported has been there since Java 1.3, and is reached by name, as a compiler that
 * takes warnings for errors does not let it be imported.
 */
public final class Hangup {
  private Hangup() {}

  /**
   * Runs {@code heard}, on a thread of its own, whenever the signal comes.
   *
   * @return whether this Java lets the signal be heard
   */
  public static boolean heard(Runnable heard) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> run(heard);
                case "equals" -> arguments[0].equals(proxy);
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "Hangup";
              };
      Object proxy =
          Proxy.newProxyInstance(Hangup.class.getClassLoader(), new Class<?>[] {handler}, call);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException absent) {
      return false;
    }
  }

  private static boolean run(Runnable heard) {
    heard.run();
    return true;
  }
}
