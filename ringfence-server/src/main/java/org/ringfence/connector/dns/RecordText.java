package org.ringfence.connector.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.ringfence.assessment.authentication.dns.Resolver;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Records as the core's port writes them. */
final class RecordText {
  private RecordText() {}

  /** The number of a type. */
  static int number(Resolver.Type type) {
    return switch (type) {
      case TXT -> Type.TXT;
      case A -> Type.A;
      case AAAA -> Type.AAAA;
      case MX -> Type.MX;
      case PTR -> Type.PTR;
    };
  }

  /** The value of a record of one of those types. */
  static String value(Record record) {
    return switch (record) {
      case TXTRecord text -> joined(text);
      case ARecord address -> String.valueOf(address.getAddress().getHostAddress());
      case AAAARecord address -> String.valueOf(address.getAddress().getHostAddress());
      case MXRecord exchanger -> exchanger.getPriority() + " " + text(exchanger.getTarget());
      case PTRRecord pointer -> text(pointer.getTarget());
      default -> throw new IllegalArgumentException("Nobody asks for records like " + record);
    };
  }

  /** The strings in a row (RFC 7208 §3.3, RFC 6376 §3.6.2.2); each octet is one character. */
  private static String joined(TXTRecord record) {
    var octets = new ByteArrayOutputStream();
    for (byte[] string : record.getStringsAsByteArrays()) {
      octets.writeBytes(string);
    }
    return octets.toString(StandardCharsets.ISO_8859_1);
  }

  private static String text(Name name) {
    return name.equals(Name.root) ? "" : name.toString(true);
  }
}
