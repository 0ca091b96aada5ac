package org.ringfence.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringfence.custody.CaseId;
import org.ringfence.custody.Response;
import org.ringfence.custody.Responses;

/** What recipients told us, in the store. */
final class StoredResponses implements Responses {
  private static final String COLUMNS =
      "SELECT number, case_id, recipient, kind, at, answers FROM response ";

  private final Writer writer;
  private final Reader reader;
  private final Packing packing;

  StoredResponses(Writer writer, Reader reader, Packing packing) {
    this.writer = writer;
    this.reader = reader;
    this.packing = packing;
  }

  @Override
  public void record(Response response) {
    byte[] answers =
        packing.pack(response.answers().getBytes(StandardCharsets.UTF_8), label(response.id()));
    writer.write(
        handle ->
            handle.execute(
                "INSERT INTO response (case_id, recipient, kind, at, answers)"
                    + " VALUES (?, ?, ?, ?, ?)",
                response.id().text(),
                response.recipient(),
                response.kind().key(),
                response.at().toEpochMilli(),
                answers));
  }

  @Override
  public List<Response> of(CaseId id) {
    return reader.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE case_id = :id ORDER BY number")
                .bind("id", id.text())
                .map((row, _) -> response(row))
                .list());
  }

  @Override
  public List<Numbered> list(Optional<Long> before, int most) {
    return reader.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE number < :before ORDER BY number DESC LIMIT :most")
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("most", most)
                .map((row, _) -> new Numbered(row.getLong(1), response(row)))
                .list());
  }

  private Response response(ResultSet row) throws SQLException {
    CaseId id = new CaseId(row.getString(2));
    return new Response(
        id,
        row.getString(3),
        Response.Kind.of(row.getString(4)).orElseThrow(),
        Instant.ofEpochMilli(row.getLong(5)),
        new String(packing.unpack(row.getBytes(6), label(id)), StandardCharsets.UTF_8));
  }

  private static String label(CaseId id) {
    return "response " + id;
  }
}
