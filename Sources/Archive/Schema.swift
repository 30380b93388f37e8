internal import GRDB

/// The tables of an archive. Migrations run forward only; one that has been released is never changed.
enum Schema {
  /// What marks a SQLite file as an archive of Chancery: `CHAN`.
  static let application = 0x4348_414E

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(application)")
      for table in tables { try db.execute(sql: table) }
    }
    migrator.registerMigration("2") { db in
      for column in audience { try db.execute(sql: "ALTER TABLE statements ADD COLUMN \(column)") }
    }
    migrator.registerMigration("3") { db in
      try db.execute(
        sql: "CREATE TABLE feeds (url TEXT PRIMARY KEY, tag TEXT, modified TEXT) STRICT, WITHOUT ROWID")
    }
    migrator.registerMigration("4") { db in
      for table in [people, commitments] { try db.execute(sql: table) }
    }
    return migrator
  }

  /// What articles tell of the people whom no dictionary has; `basis` is `Introduction.Basis`.
  private static let people = """
    CREATE TABLE people (
      name TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      code TEXT NOT NULL, sectors TEXT NOT NULL, office TEXT, basis INTEGER NOT NULL,
      PRIMARY KEY (name, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX people_article ON people(article);
    """

  /// To whom and where statements are made.
  private static let audience = [
    "addressee TEXT", "addressee_actor INTEGER REFERENCES actors", "venue TEXT", "venue_country TEXT",
  ]

  /// What actors hold out to one another, and by what articles' sentences what became of it is found.
  private static let commitments = """
    CREATE TABLE commitments (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      id TEXT NOT NULL, form TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      sentence INTEGER NOT NULL, due TEXT, statement INTEGER REFERENCES statements ON DELETE SET NULL,
      is_denied INTEGER NOT NULL, category TEXT, words BLOB NOT NULL
    ) STRICT;
    CREATE INDEX commitments_article ON commitments(article);
    CREATE TABLE undertakers (
      commitment INTEGER NOT NULL REFERENCES commitments ON DELETE CASCADE,
      role INTEGER NOT NULL, position INTEGER NOT NULL,
      actor INTEGER NOT NULL REFERENCES actors, code TEXT NOT NULL,
      PRIMARY KEY (commitment, role, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX undertakers_code ON undertakers(role, code, commitment);
    CREATE TABLE sentences (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, data BLOB NOT NULL
    ) STRICT;
    """

  /// `Documentation/archive.md` explains them, column by column.
  private static let tables = [
    """
    CREATE TABLE articles (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      url TEXT, title TEXT, publisher TEXT, byline TEXT, published TEXT, language TEXT,
      words INTEGER NOT NULL,
      digest BLOB NOT NULL,
      reader TEXT NOT NULL,
      wire INTEGER NOT NULL,
      is_pending INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX articles_published ON articles(published);
    CREATE INDEX articles_wire ON articles(wire);
    CREATE INDEX articles_pending ON articles(number) WHERE is_pending;
    """,
    """
    CREATE TABLE failures (
      source TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, run INTEGER NOT NULL,
      PRIMARY KEY (source, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE readings (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, json BLOB NOT NULL
    ) STRICT;
    CREATE TABLE texts (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, title TEXT, text TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(
      title, text, content='texts', content_rowid='article', tokenize="porter unicode61 remove_diacritics 2");
    CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
      INSERT INTO words(rowid, title, text) VALUES (new.article, new.title, new.text);
    END;
    CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
      INSERT INTO words(words, rowid, title, text) VALUES ('delete', old.article, old.title, old.text);
    END;
    """,
    """
    CREATE TABLE actors (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, sectors TEXT NOT NULL,
      office TEXT NOT NULL, affiliation TEXT NOT NULL,
      UNIQUE (id, name, kind, code, sectors, office, affiliation)
    ) STRICT;
    CREATE TABLE mentions (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      actor INTEGER NOT NULL REFERENCES actors,
      count INTEGER NOT NULL,
      PRIMARY KEY (article, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mentions_actor ON mentions(actor);
    CREATE TABLE unknown_names (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, position INTEGER NOT NULL,
      name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, sectors TEXT NOT NULL, count INTEGER NOT NULL,
      sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE happenings (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      category TEXT NOT NULL, day TEXT NOT NULL,
      reports INTEGER NOT NULL, mentions INTEGER NOT NULL, sources INTEGER NOT NULL,
      claimed INTEGER NOT NULL, denied INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX happenings_day ON happenings(day, number);
    CREATE TABLE events (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      id TEXT NOT NULL,
      category TEXT NOT NULL, mode TEXT NOT NULL, contexts TEXT NOT NULL, auxiliaries TEXT NOT NULL,
      reality INTEGER NOT NULL,
      plover TEXT, cameo TEXT NOT NULL, quad INTEGER NOT NULL, scale REAL NOT NULL,
      day TEXT NOT NULL, date TEXT, enddate TEXT, date_text TEXT,
      place_text TEXT, place TEXT, place_kind TEXT, place_country TEXT, latitude REAL, longitude REAL,
      trigger TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      sentence INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
      dead INTEGER, injured INTEGER, arrested INTEGER,
      rule TEXT NOT NULL, confidence REAL NOT NULL,
      act INTEGER NOT NULL, is_report INTEGER NOT NULL DEFAULT 1,
      happening INTEGER REFERENCES happenings ON DELETE SET NULL
    ) STRICT;
    CREATE INDEX events_article ON events(article);
    CREATE INDEX events_day ON events(day, number);
    CREATE INDEX events_category ON events(category, day, number);
    CREATE INDEX events_cameo ON events(cameo, day, number);
    CREATE INDEX events_place ON events(place COLLATE NOCASE, day, number) WHERE place IS NOT NULL;
    CREATE INDEX events_country ON events(place_country, day, number) WHERE place_country IS NOT NULL;
    CREATE INDEX events_denied ON events(day, number) WHERE reality & 16;
    CREATE INDEX events_act ON events(act);
    CREATE INDEX events_happening ON events(happening) WHERE happening IS NOT NULL;
    """,
    """
    CREATE TABLE parties (
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      role INTEGER NOT NULL, position INTEGER NOT NULL,
      actor INTEGER NOT NULL REFERENCES actors,
      code TEXT NOT NULL, day TEXT NOT NULL,
      text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (event, role, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parties_code ON parties(role, code, day, event);
    CREATE INDEX parties_actor ON parties(actor, role, day, event);
    CREATE TABLE dyads (
      source TEXT NOT NULL, target TEXT NOT NULL, day TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      PRIMARY KEY (source, target, day, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dyads_event ON dyads(event);
    """,
    """
    CREATE TABLE statements (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      id TEXT NOT NULL,
      speaker TEXT, actor INTEGER REFERENCES actors, code TEXT NOT NULL,
      cue TEXT, content TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      quotation TEXT NOT NULL, stance TEXT NOT NULL, day TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statements_article ON statements(article);
    CREATE INDEX statements_day ON statements(day, number);
    CREATE INDEX statements_code ON statements(code, day, number);
    CREATE INDEX statements_actor ON statements(actor, day, number) WHERE actor IS NOT NULL;
    CREATE INDEX statements_speaker ON statements(speaker COLLATE NOCASE, day, number) WHERE speaker IS NOT NULL;
    CREATE TABLE topics (
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      actor INTEGER NOT NULL REFERENCES actors, position INTEGER NOT NULL,
      PRIMARY KEY (statement, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX topics_actor ON topics(actor, statement);
    CREATE TABLE vouchers (
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      relation INTEGER NOT NULL,
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      PRIMARY KEY (event, relation, statement)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vouchers_statement ON vouchers(statement, relation, event);
    CREATE TABLE figures (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      value REAL NOT NULL, unit TEXT NOT NULL, of TEXT, bound TEXT, period TEXT,
      text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, day TEXT NOT NULL
    ) STRICT;
    CREATE INDEX figures_article ON figures(article);
    CREATE INDEX figures_day ON figures(day, number);
    CREATE INDEX figures_unit ON figures(unit, day, number);
    """,
    """
    CREATE TABLE traits (
      event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE, data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE sketches (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, day INTEGER, data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE keywords (
      word INTEGER NOT NULL, day INTEGER NOT NULL, is_told INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      PRIMARY KEY (word, day, is_told, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX keywords_article ON keywords(article);
    CREATE TABLE copies (
      a INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      b INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX copies_b ON copies(b);
    CREATE TABLE links (a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
    CREATE INDEX links_b ON links(b);
    """,
  ]
}
