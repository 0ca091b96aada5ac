-- Shows a mail to a milter as Sendmail does, and says what the milter answered, a line for each answer.
-- Set by -D: socket, mail (a file, lines ending in CR LF), recipients (with blanks between them),
-- deleted, inserted (what is asked about, with blanks between them).

local function words(text)
  return string.gmatch(text, "%S+")
end

local function must(result, what)
  if result ~= nil then
    error(what .. ": " .. tostring(result))
  end
end

local function show()
  local file = io.open(mail, "rb")
  local text = file:read("*a")
  file:close()
  local head, body = string.match(text, "^(.-\r\n)\r\n(.*)$")

  local conn = mt.connect(socket, 40, 0.25)
  if conn == nil then
    error("nobody answers at " .. socket)
  end
  must(mt.negotiate(conn, nil, nil, nil), "negotiate")
  must(mt.macro(conn, SMFIC_CONNECT, "j", "mx.example.org"), "macro")
  must(mt.conninfo(conn, "relay.example", "192.0.2.83"), "conninfo")
  must(mt.helo(conn, "relay.example"), "helo")
  must(mt.macro(conn, SMFIC_MAIL, "i", "6AL85E9Y009797"), "macro")
  must(mt.mailfrom(conn, "<azure-noreply@microsoft.com>"), "mailfrom")
  for recipient in words(recipients) do
    must(mt.rcptto(conn, "<" .. recipient .. ">"), "rcptto")
  end
  local unfolded = string.gsub(head, "\r\n([ \t])", "\n%1")
  for name, value in string.gmatch(unfolded, "([^:\r\n]+):([^\r]*)\r\n") do
    -- As Sendmail does where leading blanks were agreed on, miltertest puts one in front itself.
    must(mt.header(conn, name, (string.gsub(value, "^ ", ""))), "header")
  end
  must(mt.bodystring(conn, body), "body")
  must(mt.eom(conn), "eom")

  local names = {
    [SMFIR_ACCEPT] = "accept", [SMFIR_CONTINUE] = "continue", [SMFIR_DISCARD] = "discard",
    [SMFIR_REJECT] = "reject", [SMFIR_TEMPFAIL] = "temp-fail", [SMFIR_REPLYCODE] = "reply-code"
  }
  mt.echo("reply " .. (names[mt.getreply(conn)] or tostring(mt.getreply(conn))))
  for recipient in words(recipients) do
    if mt.eom_check(conn, MT_RCPTDELETE, "<" .. recipient .. ">") then
      mt.echo("without " .. recipient)
    end
  end
  for name in words(inserted) do
    if mt.eom_check(conn, MT_HDRINSERT, name) then
      mt.echo("inserted " .. name .. ":" .. mt.getheader(conn, name, 0))
    end
  end
  for name in words(deleted) do
    if mt.eom_check(conn, MT_HDRDELETE, name) then
      mt.echo("deleted " .. name)
    end
  end
  if mt.eom_check(conn, MT_SMTPREPLY, "550", "5.7.1", "Not wanted here.") then
    mt.echo("refused 550 5.7.1 Not wanted here.")
  end
  if mt.eom_check(conn, MT_QUARANTINE) then
    mt.echo("held")
  end
  mt.disconnect(conn)
end

-- An error would end miltertest without a word.
local done, problem = pcall(show)
if not done then
  mt.echo("failed: " .. tostring(problem))
end
