#include "CKernels.h"

#include <dlfcn.h>
#include <dnnl.h>
#include <math.h>
#include <string.h>

#include "inline.h"

void chancery_use_one_thread(void) {
  static void (*set)(int) = NULL;
  static int looked = 0;
  if (!__atomic_load_n(&looked, __ATOMIC_ACQUIRE)) {
    void *found = dlsym(RTLD_DEFAULT, "omp_set_num_threads");
    void (*function)(int) = NULL;
    memcpy(&function, &found, sizeof function);
    __atomic_store_n(&set, function, __ATOMIC_RELEASE);
    __atomic_store_n(&looked, 1, __ATOMIC_RELEASE);
  }
  void (*function)(int) = __atomic_load_n(&set, __ATOMIC_ACQUIRE);
  if (function) function(1);
}

int chancery_sgemm(
  int transpose, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t lda, const float *b, ptrdiff_t ldb,
  float beta, float *c, ptrdiff_t ldc) {
  if (m == 0 || n == 0) return 0;
  return dnnl_sgemm('N', transpose ? 'T' : 'N', m, n, k, 1.0f, a, lda, b, ldb, beta, c, ldc) != dnnl_success;
}

CLONES void chancery_dequantise(const int8_t *rows, const float *scales, size_t count, size_t width, float *out) {
  for (size_t i = 0; i < count; i++) {
    float scale = scales[i];
    const int8_t *row = rows + i * width;
    float *o = out + i * width;
    for (size_t j = 0; j < width; j++) o[j] = (float)row[j] * scale;
  }
}

CLONES void chancery_embed(
  size_t count, size_t width, const int32_t *pieces, const int32_t *positions, const int32_t *shapes, const int32_t *gaps,
  const int8_t *piece, const float *scales, const float *position, const float *shape, const float *gap, const float *gain,
  const float *bias, float epsilon, float *out) {
  for (size_t i = 0; i < count; i++) {
    float *x = out + i * width;
    const int8_t *row = piece + (size_t)pieces[i] * width;
    const float *place = position + (size_t)positions[i] * width;
    float scale = scales[pieces[i]];
    for (size_t j = 0; j < width; j++) x[j] = (float)row[j] * scale + place[j];
    if (shapes[i] >= 0) {
      const float *s = shape + (size_t)shapes[i] * width;
      for (size_t j = 0; j < width; j++) x[j] += s[j];
    }
    if (gaps[i] >= 0) {
      const float *g = gap + (size_t)gaps[i] * width;
      for (size_t j = 0; j < width; j++) x[j] += g[j];
    }
    norm(x, width, gain, bias, epsilon);
  }
}

CLONES void chancery_add_norm(
  float *x, const float *y, const float *added, size_t count, size_t width, const float *gain, const float *bias,
  float epsilon) {
  for (size_t i = 0; i < count; i++) {
    float *row = x + i * width;
    const float *other = y + i * width;
    for (size_t j = 0; j < width; j++) row[j] += other[j] + added[j];
    norm(row, width, gain, bias, epsilon);
  }
}

CLONES void chancery_bias(float *x, size_t count, size_t width, size_t ld, const float *bias) {
  for (size_t i = 0; i < count; i++) {
    float *row = x + i * ld;
    for (size_t j = 0; j < width; j++) row[j] += bias[j];
  }
}

CLONES void chancery_bias_gelu(float *x, size_t count, size_t width, const float *bias) {
  for (size_t i = 0; i < count; i++) {
    float *row = x + i * width;
    for (size_t j = 0; j < width; j += LANE) {
      lane y, b;
      load(&y, row + j, width - j, 0);
      load(&b, bias + j, width - j, 0);
      y += b;
      gelu(&y);
      store(row + j, width - j, &y);
    }
  }
}

CLONES void chancery_softmax(float *x, size_t count, size_t width, size_t ld, float scale) {
  for (size_t i = 0; i < count; i++) {
    float *row = x + i * ld;
    float share = exponentials(row, width, scale);
    for (size_t j = 0; j < width; j++) row[j] *= share;
  }
}

#define QUERIES 8   // rows that attend together: each key and value that is loaded serves them all
#define EACH CHANCERY_HEAD

size_t chancery_attend_scratch(size_t n) {
  size_t span = (n + LANE - 1) / LANE * LANE;
  return (EACH + QUERIES) * span + n * EACH + QUERIES * EACH;
}

CLONES void chancery_attend(const float *qkv, size_t n, size_t heads, float *scratch, float *out) {
  size_t width = heads * EACH;
  size_t ld = 3 * width;
  size_t span = (n + LANE - 1) / LANE * LANE;
  float scale = 1.0f / sqrtf(EACH);
  float *keys = scratch;                    // [EACH × span]: turned
  float *values = keys + EACH * span;       // [n × EACH]
  float *queries = values + n * EACH;       // [EACH × QUERIES]: turned
  float *scores = queries + QUERIES * EACH; // [QUERIES × span]
  for (size_t head = 0; head < heads; head++) {
    const float *q = qkv + head * EACH;
    for (size_t j = 0; j < n; j++) {
      const float *key = q + j * ld + width;
      for (size_t d = 0; d < EACH; d++) keys[d * span + j] = key[d];
      memcpy(values + j * EACH, key + width, EACH * sizeof(float));
    }
    for (size_t d = 0; d < EACH; d++) {
      for (size_t j = n; j < span; j++) keys[d * span + j] = 0;
    }
    for (size_t i = 0; i < n; i += QUERIES) {
      size_t count = n - i < QUERIES ? n - i : QUERIES;
      for (size_t k = 0; k < QUERIES; k++) {
        const float *query = q + (k < count ? i + k : i) * ld;
        for (size_t d = 0; d < EACH; d++) queries[d * QUERIES + k] = query[d];
      }
      for (size_t j = 0; j < span; j += LANE) {
        lane sums[QUERIES] = {};
#pragma clang loop unroll(full)
        for (size_t d = 0; d < EACH; d++) {
          lane key = *(const lane *)(keys + d * span + j);
          for (size_t k = 0; k < QUERIES; k++) sums[k] += queries[d * QUERIES + k] * key;
        }
        for (size_t k = 0; k < QUERIES; k++) *(lane *)(scores + k * span + j) = sums[k];
      }
      float shares[QUERIES];
      for (size_t k = 0; k < QUERIES; k++) shares[k] = exponentials(scores + k * span, n, scale);
      lane low[QUERIES] = {}, high[QUERIES] = {};
      for (size_t j = 0; j < n; j++) {
        lane first = *(const lane *)(values + j * EACH);
        lane second = *(const lane *)(values + j * EACH + LANE);
        for (size_t k = 0; k < QUERIES; k++) {
          float weight = scores[k * span + j];
          low[k] += weight * first;
          high[k] += weight * second;
        }
      }
      for (size_t k = 0; k < count; k++) {
        float *o = out + (i + k) * width + head * EACH;
        *(lane *)o = low[k] * shares[k];
        *(lane *)(o + LANE) = high[k] * shares[k];
      }
    }
  }
}

CLONES void chancery_sigmoid(float *x, size_t count) {
  for (size_t i = 0; i < count; i += LANE) {
    lane y;
    load(&y, x + i, count - i, 0);
    y = -y;
    exponential(&y);
    y = 1.0f / (1.0f + y);
    store(x + i, count - i, &y);
  }
}

CLONES void chancery_mean_rows(
  const float *x, size_t width, const int32_t *starts, const int32_t *counts, size_t count, float *out) {
  for (size_t i = 0; i < count; i++) {
    float *o = out + i * width;
    const float *row = x + (size_t)starts[i] * width;
    memcpy(o, row, width * sizeof(float));
    for (int32_t k = 1; k < counts[i]; k++) {
      row += width;
      for (size_t j = 0; j < width; j++) o[j] += row[j];
    }
    if (counts[i] > 1) {
      float share = 1.0f / (float)counts[i];
      for (size_t j = 0; j < width; j++) o[j] *= share;
    }
  }
}

CLONES void chancery_relations(const float *rows, const float *h, size_t relations, size_t width, float *out) {
#pragma clang fp reassociate(on)
  for (size_t r = 0; r < relations; r++) {
    const float *row = rows + r * width;
    float sum = row[width - 1];
    for (size_t e = 0; e + 1 < width; e++) sum += row[e] * h[e];
    out[r] = sum;
  }
}
