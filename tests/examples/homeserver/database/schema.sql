CREATE TABLE users (
    user_id       TEXT PRIMARY KEY,
    password_hash TEXT,                      -- NULL: nobody can log in
    displayname   TEXT,
    avatar_url    TEXT
) STRICT;

CREATE TABLE access_tokens (
    token_hash BLOB PRIMARY KEY,             -- SHA-256: a stolen database opens no session
    user_id    TEXT NOT NULL REFERENCES users
) STRICT;

CREATE TABLE presence (
    user_id     TEXT PRIMARY KEY REFERENCES users,
    state       TEXT NOT NULL,
    status_msg  TEXT,
    last_active INTEGER NOT NULL             -- milliseconds since 1970, as every time here
) STRICT;

CREATE TABLE presence_lists (
    owner    TEXT NOT NULL REFERENCES users,
    followed TEXT NOT NULL,
    PRIMARY KEY (owner, followed)
) STRICT, WITHOUT ROWID;

CREATE TABLE rooms (
    room_id    TEXT PRIMARY KEY,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'public'))
) STRICT;

CREATE TABLE aliases (
    alias   TEXT PRIMARY KEY,
    room_id TEXT NOT NULL REFERENCES rooms,
    creator TEXT NOT NULL REFERENCES users
) STRICT;

-- What the latest `m.room.member` event of each user says, kept for the many questions about it.
CREATE TABLE members (
    room_id    TEXT NOT NULL REFERENCES rooms,
    user_id    TEXT NOT NULL,
    membership TEXT NOT NULL CHECK (membership IN ('invite', 'join', 'leave', 'ban')),
    PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE events (
    position         INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of the stream, never used twice
    event_id         TEXT NOT NULL UNIQUE,
    room_id          TEXT NOT NULL REFERENCES rooms,
    kind             TEXT NOT NULL,
    state_key        TEXT,                               -- NULL: a message, not state
    sender           TEXT NOT NULL,
    origin_server_ts INTEGER NOT NULL,
    content          TEXT NOT NULL                       -- JSON
) STRICT;
CREATE INDEX events_by_room ON events (room_id, position);

CREATE TABLE transactions (
    user_id        TEXT NOT NULL REFERENCES users,
    transaction_id TEXT NOT NULL,
    event_id       TEXT NOT NULL REFERENCES events (event_id),
    PRIMARY KEY (user_id, transaction_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE filters (
    filter_id INTEGER PRIMARY KEY,
    user_id   TEXT NOT NULL REFERENCES users,
    filter    TEXT NOT NULL                              -- JSON
) STRICT;

CREATE TABLE media (
    media_id     TEXT PRIMARY KEY,
    content_type TEXT,
    bytes        BLOB NOT NULL
) STRICT;
