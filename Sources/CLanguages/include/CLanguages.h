/// The language of a text, by Compact Language Detector 2.
#ifndef CHANCERY_LANGUAGES_H
#define CHANCERY_LANGUAGES_H

#ifdef __cplusplus
extern "C" {
#endif

/// A language and how sure it is.
typedef struct {
  /// CLD2's code: ISO 639-1 where there is one, at times with a script; never freed.
  const char *code;
  /// The percentage of the text that is of this language.
  int percent;
  /// The percentage of the text that is English.
  int english;
  /// The bytes of letters that were looked at.
  int bytes;
  /// Whether CLD2 takes it to be reliable.
  int reliable;
} chancery_language;

/// Recognises the language of `length` bytes of valid UTF-8 of running text.
chancery_language chancery_recognise(const char *text, int length);

#ifdef __cplusplus
}
#endif
#endif
