package org.ringfence.operation;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Unix socket for datagrams, as systemd has one. */
final class DatagramInbox implements AutoCloseable {
  private static final MemoryLayout INT = ValueLayout.JAVA_INT;
  private static final int NAME_AT = Short.BYTES;
  private static final int SIZE = 1_024;

  private final int socket;

  DatagramInbox(Path path) throws Throwable {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(110, Short.BYTES);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, NAME_AT, name.length);
      socket = (int) function("socket", INT, INT, INT, INT).invokeExact(1, 2, 0);
      int bound =
          (int)
              function("bind", INT, INT, ValueLayout.ADDRESS, INT)
                  .invokeExact(socket, address, NAME_AT + name.length);
      if (bound != 0) {
        throw new IllegalStateException("The socket could not be bound.");
      }
    }
  }

  /** The next datagram; waits for it. */
  String next() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(SIZE);
      long length =
          (long)
              function(
                      "recv",
                      ValueLayout.JAVA_LONG,
                      INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_LONG,
                      INT)
                  .invokeExact(socket, buffer, (long) SIZE, 0);
      return new String(
          buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... of) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, of));
  }

  @Override
  public void close() {
    try {
      int closed = (int) function("close", INT, INT).invokeExact(socket);
      if (closed != 0) {
        throw new IllegalStateException("The socket could not be closed.");
      }
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
