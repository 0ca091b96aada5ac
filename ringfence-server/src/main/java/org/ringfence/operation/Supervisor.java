package org.ringfence.operation;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells systemd, which supervises the service, how it is: <a
 * href="https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html">sd_notify(3)</a>.
 * Where no service manager asks to be told, nobody is.
 *
 * <p>The protocol is one datagram on a Unix socket, which Java's own sockets do not have; so libc
 * is called. The program {@code systemd-notify} would send from a process of its own, which systemd
 * believes only where everything in the service is believed.
 */
public final class Supervisor {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;

  /** A sun_path has 108 octets (unix(7)). */
  private static final int LONGEST = 108;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private final String socket;
  private final Optional<Duration> watchdog;

  /**
   * @param environment the variables of the process: NOTIFY_SOCKET and WATCHDOG_USEC
   */
  public Supervisor(Map<String, String> environment) {
    this.socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    this.watchdog =
        micros.matches("[1-9][0-9]{0,15}")
            ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000))
            : Optional.empty();
  }

  /** The service does its work. */
  public void ready(String status) {
    send("READY=1\nSTATUS=" + status);
  }

  /**
   * The service reads its settings again; {@link #ready} ends it.
   *
   * @param ticker the elapsed time of the machine in nanoseconds, as systemd counts it
   */
  public void reloading(long ticker) {
    send("RELOADING=1\nMONOTONIC_USEC=" + ticker / 1_000);
  }

  /** The service ends. */
  public void stopping() {
    send("STOPPING=1");
  }

  /** The service is alive. */
  public void alive() {
    send("WATCHDOG=1");
  }

  /** How often {@link #alive} is to be called: twice in the time that systemd waits. */
  public Optional<Duration> beat() {
    return socket.isEmpty() ? Optional.empty() : watchdog.map(time -> time.dividedBy(2));
  }

  private void send(String state) {
    byte[] name = name();
    if (name.length == 0 || name.length > LONGEST) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      call(arena, name, state.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) {
      throw new IllegalStateException("A function of libc threw something.", impossible);
    }
  }

  /** The socket's name; one that begins with @ is not in the file system, but begins with NUL. */
  private byte[] name() {
    byte[] name = socket.getBytes(StandardCharsets.UTF_8);
    if (name.length > 0 && name[0] == '@') {
      name[0] = 0;
    }
    return name;
  }

  private static void call(Arena arena, byte[] name, byte[] state) throws Throwable {
    int socket =
        (int) function("socket", INT, INT, INT, INT).invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    if (socket < 0) {
      return;
    }
    MemorySegment address = arena.allocate(Short.BYTES + LONGEST, Short.BYTES);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, Short.BYTES, name.length);
    MemorySegment message = arena.allocateFrom(ValueLayout.JAVA_BYTE, state);
    long sent =
        (long)
            function("sendto", LONG, INT, POINTER, LONG, INT, POINTER, INT)
                .invokeExact(
                    socket,
                    message,
                    (long) state.length,
                    MSG_NOSIGNAL,
                    address,
                    Short.BYTES + name.length);
    int closed = (int) function("close", INT, INT).invokeExact(socket);
    assert sent <= state.length && closed <= 0;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
