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

/// Rows that pass through a product of 8-bit numbers at a time; inputs and outputs have room for so many.
#define CHANCERY_BLOCK 64

/// What products of 8-bit numbers are made with. NULL where oneDNN has no engine or there is no memory.
typedef struct chancery_engine chancery_engine;
chancery_engine *chancery_engine_create(void);
void chancery_engine_destroy(chancery_engine *engine);

/// Weights packed for products of 8-bit numbers. It may be used by several threads at once.
typedef struct chancery_product chancery_product;

/// Packs weights, `outputs` rows of `inputs` numbers. NULL where oneDNN has no such product or there is no memory.
chancery_product *chancery_product_create(
  chancery_engine *engine, const int8_t *weights, size_t outputs, size_t inputs);
void chancery_product_destroy(chancery_product *product);

/// How many bytes of scratch memory a product takes.
size_t chancery_product_scratch(const chancery_product *product);

/// Where one thread computes, with all products that an engine has by then. NULL where there is no memory.
typedef struct chancery_seat chancery_seat;
chancery_seat *chancery_seat_create(const chancery_engine *engine);
void chancery_seat_destroy(chancery_seat *seat);

/// out = x · weightsᵀ for a block of rows. Returns 0 where it could be done.
int chancery_product_run(
  const chancery_product *product, chancery_seat *seat, const uint8_t *x, void *scratch, int32_t *out);

/// How far an activation's 8 bits may reach from their zero on this processor: 127, or 63 where it would saturate.
int32_t chancery_activation_limit(void);

/// Rows of 32-bit numbers in 8 bits: out = x / scale + limit + 1, with a scale a row that lets its largest reach `limit`.
void chancery_quantise(
  const float *x, size_t count, size_t width, size_t ld, int32_t limit, uint8_t *out, float *scales);

/// Rows of weights in 8 bits, from −127 to 127, with a scale a row.
void chancery_quantise_weights(const float *x, size_t count, size_t width, int8_t *out, float *scales);

/// out = times · Σ row, row by row.
void chancery_row_sums(const int8_t *rows, size_t count, size_t width, int32_t times, int32_t *out);

/// out = (sums − offsets) · rows · columns + bias: what a product of 8-bit numbers is worth.
void chancery_rescale(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *out);

/// The same through gelu.
void chancery_rescale_gelu(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *out);

/// x = norm(x + the same), row by row, with a gain and a shift.
void chancery_rescale_add_norm(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *x, const float *gain, const float *shift, float epsilon);

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

/// The numbers of an attention head.
#define CHANCERY_HEAD 32

/// Attention of all of n rows to all, by heads of 32 numbers: `qkv` holds the queries, keys and values of all heads side by
/// side, `[n × 3 · heads · 32]`; `out` is `[n × heads · 32]`.
void chancery_attend(const float *qkv, size_t n, size_t heads, float *scratch, float *out);

/// How many numbers of scratch memory it takes.
size_t chancery_attend_scratch(size_t n);

/// x = 1 / (1 + e^-x).
void chancery_sigmoid(float *x, size_t count);

/// The mean of rows `starts[i]` up to `starts[i] + counts[i]`, for each i.
void chancery_mean_rows(
  const float *x, size_t width, const int32_t *starts, const int32_t *counts, size_t count, float *out);

/// out[r] = Σ_e rows[r · width + e] · h[e], where the last h is one.
void chancery_relations(const float *rows, const float *h, size_t relations, size_t width, float *out);

/// The SHA-256 digest of bytes.
void chancery_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
