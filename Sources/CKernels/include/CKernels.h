/// The products and row operations of the encoder, over oneDNN. Matrices are stored row by row; `ld…` is the distance
/// between the beginnings of two rows.
#ifndef CHANCERY_KERNELS_H
#define CHANCERY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Keeps OpenMP, on which oneDNN runs, to one thread for all that the calling thread starts.
void chancery_use_one_thread(void);

/// C = A·B + beta·C, or A·Bᵀ + beta·C where `transpose` is set; A is m × k, C is m × n. Returns 0 where it could be done.
int chancery_sgemm(
  int transpose, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, ptrdiff_t lda, const float *b, ptrdiff_t ldb,
  float beta, float *c, ptrdiff_t ldc);

/// Rows of 8-bit numbers times their scales.
void chancery_dequantise(const int8_t *rows, const float *scales, size_t count, size_t width, float *out);

/// The encoder's input: for each word piece the sum of its embedding, its position's, its shape's and its gap's (none
/// where the number is negative), normalised.
void chancery_embed(
  size_t count, size_t width, const int32_t *pieces, const int32_t *positions, const int32_t *shapes, const int32_t *gaps,
  const int8_t *piece, const float *scales, const float *position, const float *shape, const float *gap, const float *gain,
  const float *bias, float epsilon, float *out);

/// x = norm(x + y + added), row by row, with a gain and a bias.
void chancery_add_norm(
  float *x, const float *y, const float *added, size_t count, size_t width, const float *gain, const float *bias,
  float epsilon);

/// x = x + bias, row by row.
void chancery_bias(float *x, size_t count, size_t width, size_t ld, const float *bias);

/// x = gelu(x + bias), row by row, with the error function.
void chancery_bias_gelu(float *x, size_t count, size_t width, const float *bias);

/// x = softmax(scale · x), row by row.
void chancery_softmax(float *x, size_t count, size_t width, size_t ld, float scale);

/// x = 1 / (1 + e^-x).
void chancery_sigmoid(float *x, size_t count);

/// The mean of rows `starts[i]` up to `starts[i] + counts[i]`, for each i.
void chancery_mean_rows(
  const float *x, size_t width, const int32_t *starts, const int32_t *counts, size_t count, float *out);

/// out[r] = Σ_e rows[r · (width + 1) + e] · h[e] + rows[r · (width + 1) + width].
void chancery_relations(const float *rows, const float *h, size_t relations, size_t width, float *out);

/// The SHA-256 digest of bytes.
void chancery_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
