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
#define EACH 32     // numbers of a head

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

static const uint32_t round_constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
  0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
  0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
  0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

INLINE uint32_t turned(uint32_t x, int n) { return x >> n | x << (32 - n); }

CLONES static void chancery_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  uint32_t w[64];
  for (; blocks > 0; blocks--, bytes += 64) {
    for (int i = 0; i < 16; i++) {
      const uint8_t *p = bytes + 4 * i;
      w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    }
    for (int i = 16; i < 64; i++) {
      uint32_t a = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3;
      uint32_t b = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10;
      w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
#pragma clang loop unroll(full)
    for (int i = 0; i < 64; i++) {
      uint32_t t = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
      uint32_t u = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + t, d = c, c = b, b = a, a = t + u;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
  }
}

void chancery_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  uint32_t state[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };
  size_t whole = count / 64;
  chancery_sha256_blocks(state, bytes, whole);
  uint8_t last[128] = {0};
  size_t rest = count - whole * 64;
  memcpy(last, bytes + whole * 64, rest);
  last[rest] = 0x80;
  size_t blocks = rest < 56 ? 1 : 2;
  uint64_t bits = (uint64_t)count * 8;
  for (int i = 0; i < 8; i++) last[blocks * 64 - 1 - i] = (uint8_t)(bits >> (8 * i));
  chancery_sha256_blocks(state, last, blocks);
  for (int i = 0; i < 8; i++) {
    for (int k = 0; k < 4; k++) digest[4 * i + k] = (uint8_t)(state[i] >> (24 - 8 * k));
  }
}
