#include "CLanguages.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

chancery_language chancery_recognise(const char *text, int length) {
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text, length, true, &hints, 0, languages, percents, scores, nullptr, &bytes, &reliable);
  chancery_language result = {CLD2::LanguageCode(language), 0, 0, bytes, reliable};
  for (int i = 0; i < 3; i++) {
    if (languages[i] == language) result.percent = percents[i];
    if (languages[i] == CLD2::ENGLISH) result.english = percents[i];
  }
  return result;
}
