#include <dnnl.h>
#include <stdlib.h>

#include "CKernels.h"
#include "inline.h"

// Products of 8-bit numbers: activations without sign, weights with, sums in 32 bits.

// Where the processor cannot sum products of 8 bits in 32 (VNNI), oneDNN adds pairs of them in 16, and two products of
// 255 and 127 do not fit: activations then keep to 7 bits.
static int sums_in_32_bits(void) {
  dnnl_cpu_isa_t isa = dnnl_get_effective_cpu_isa();
  return (isa & dnnl_cpu_isa_avx512_core_vnni) == dnnl_cpu_isa_avx512_core_vnni
    || (isa & dnnl_cpu_isa_avx2_vnni) == dnnl_cpu_isa_avx2_vnni;
}

int32_t chancery_activation_limit(void) { return sums_in_32_bits() ? 127 : 63; }

struct chancery_engine {
  dnnl_engine_t engine;
  size_t products;
};

struct chancery_product {
  size_t number;
  dnnl_primitive_t primitive;
  dnnl_memory_desc_t input;
  dnnl_memory_desc_t output;
  dnnl_memory_desc_t scratch;
  dnnl_memory_t weights;
};

// What oneDNN wants to be told of memory, made once a thread and product.
typedef struct {
  dnnl_memory_t input;
  dnnl_memory_t output;
  dnnl_memory_t scratch;
} places;

struct chancery_seat {
  dnnl_engine_t engine;
  dnnl_stream_t stream;
  size_t count;
  places places[];
};

chancery_engine *chancery_engine_create(void) {
  chancery_engine *made = calloc(1, sizeof *made);
  if (made && dnnl_engine_create(&made->engine, dnnl_cpu, 0) != dnnl_success) {
    free(made);
    made = NULL;
  }
  return made;
}

void chancery_engine_destroy(chancery_engine *engine) {
  dnnl_engine_destroy(engine->engine);
  free(engine);
}

chancery_seat *chancery_seat_create(const chancery_engine *engine) {
  chancery_seat *seat = calloc(1, sizeof *seat + engine->products * sizeof(places));
  if (!seat) return NULL;
  seat->engine = engine->engine;
  seat->count = engine->products;
  if (dnnl_stream_create(&seat->stream, engine->engine, dnnl_stream_default_flags) != dnnl_success) {
    free(seat);
    return NULL;
  }
  return seat;
}

void chancery_seat_destroy(chancery_seat *seat) {
  for (size_t i = 0; i < seat->count; i++) {
    places *p = seat->places + i;
    if (p->input) dnnl_memory_destroy(p->input);
    if (p->output) dnnl_memory_destroy(p->output);
    if (p->scratch) dnnl_memory_destroy(p->scratch);
  }
  dnnl_stream_destroy(seat->stream);
  free(seat);
}

// Puts the weights into the order in which the product reads them.
static dnnl_status_t pack(
  chancery_product *product, dnnl_engine_t engine, const dnnl_memory_desc_t *wanted, const int8_t *weights, int64_t outputs,
  int64_t inputs) {
  dnnl_memory_desc_t given;
  dnnl_dims_t sizes = {inputs, outputs};
  dnnl_memory_t source = NULL;
  dnnl_primitive_desc_t description = NULL;
  dnnl_primitive_t reorder = NULL;
  dnnl_stream_t stream = NULL;
  dnnl_status_t status = dnnl_memory_desc_init_by_tag(&given, 2, sizes, dnnl_s8, dnnl_ba);
  if (!status) status = dnnl_memory_create(&source, &given, engine, (void *)weights);
  if (!status) status = dnnl_memory_create(&product->weights, wanted, engine, DNNL_MEMORY_ALLOCATE);
  if (!status) status = dnnl_reorder_primitive_desc_create(&description, &given, engine, wanted, engine, NULL);
  if (!status) status = dnnl_primitive_create(&reorder, description);
  if (!status) status = dnnl_stream_create(&stream, engine, dnnl_stream_default_flags);
  if (!status) {
    dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, product->weights}};
    status = dnnl_primitive_execute(reorder, stream, 2, arguments);
  }
  if (!status) status = dnnl_stream_wait(stream);
  if (stream) dnnl_stream_destroy(stream);
  if (reorder) dnnl_primitive_destroy(reorder);
  if (description) dnnl_primitive_desc_destroy(description);
  if (source) dnnl_memory_destroy(source);
  return status;
}

chancery_product *chancery_product_create(
  chancery_engine *engine, const int8_t *weights, size_t outputs, size_t inputs) {
  chancery_product *product = calloc(1, sizeof *product);
  if (!product) return NULL;
  dnnl_dims_t in = {CHANCERY_BLOCK, (int64_t)inputs};
  dnnl_dims_t by = {(int64_t)inputs, (int64_t)outputs};
  dnnl_dims_t out = {CHANCERY_BLOCK, (int64_t)outputs};
  dnnl_memory_desc_t any;
  dnnl_matmul_desc_t matmul;
  dnnl_primitive_desc_t description = NULL;
  dnnl_primitive_attr_t attributes = NULL;
  dnnl_status_t status = dnnl_memory_desc_init_by_tag(&product->input, 2, in, dnnl_u8, dnnl_ab);
  if (!status) status = dnnl_memory_desc_init_by_tag(&any, 2, by, dnnl_s8, dnnl_format_tag_any);
  if (!status) status = dnnl_memory_desc_init_by_tag(&product->output, 2, out, dnnl_s32, dnnl_ab);
  if (!status) status = dnnl_matmul_desc_init(&matmul, &product->input, &any, NULL, &product->output);
  // Threads do not share scratch memory: with the library's own, two that ran a product at once mixed up their sums.
  if (!status) status = dnnl_primitive_attr_create(&attributes);
  if (!status) status = dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
  if (!status) status = dnnl_primitive_desc_create(&description, &matmul, attributes, engine->engine, NULL);
  if (!status) {
    product->scratch = *dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
    const dnnl_memory_desc_t *wanted = dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
    status = pack(product, engine->engine, wanted, weights, (int64_t)outputs, (int64_t)inputs);
  }
  if (!status) status = dnnl_primitive_create(&product->primitive, description);
  if (description) dnnl_primitive_desc_destroy(description);
  if (attributes) dnnl_primitive_attr_destroy(attributes);
  if (status) {
    chancery_product_destroy(product);
    return NULL;
  }
  product->number = engine->products++;
  return product;
}

void chancery_product_destroy(chancery_product *product) {
  if (product->primitive) dnnl_primitive_destroy(product->primitive);
  if (product->weights) dnnl_memory_destroy(product->weights);
  free(product);
}

size_t chancery_product_scratch(const chancery_product *product) { return dnnl_memory_desc_get_size(&product->scratch); }

static dnnl_status_t place(dnnl_memory_t *memory, const dnnl_memory_desc_t *what, chancery_seat *seat, void *at) {
  if (*memory) return dnnl_memory_set_data_handle(*memory, at);
  return dnnl_memory_create(memory, what, seat->engine, at);
}

int chancery_product_run(
  const chancery_product *product, chancery_seat *seat, const uint8_t *x, void *scratch, int32_t *out) {
  if (product->number >= seat->count) return 1;
  places *p = seat->places + product->number;
  dnnl_status_t status = place(&p->input, &product->input, seat, (void *)x);
  if (!status) status = place(&p->output, &product->output, seat, out);
  if (!status) status = place(&p->scratch, &product->scratch, seat, scratch);
  if (status) return 1;
  dnnl_exec_arg_t arguments[] = {
    {DNNL_ARG_SRC, p->input},
    {DNNL_ARG_WEIGHTS, product->weights},
    {DNNL_ARG_DST, p->output},
    {DNNL_ARG_SCRATCHPAD, p->scratch},
  };
  status = dnnl_primitive_execute(product->primitive, seat->stream, 4, arguments);
  if (!status) status = dnnl_stream_wait(seat->stream);
  return status != dnnl_success;
}

CLONES void chancery_quantise(
  const float *x, size_t count, size_t width, size_t ld, int32_t limit, uint8_t *out, float *scales) {
  for (size_t i = 0; i < count; i++) {
    const float *row = x + i * ld;
    uint8_t *o = out + i * width;
    scales[i] = quantise_row(row, width, limit, o);
  }
}

CLONES void chancery_quantise_weights(const float *x, size_t count, size_t width, int8_t *out, float *scales) {
  for (size_t i = 0; i < count; i++) {
    uint8_t *row = (uint8_t *)out + i * width;
    scales[i] = quantise_row(x + i * width, width, 127, row);
    for (size_t j = 0; j < width; j++) row[j] ^= 128;  // without what stands for zero
  }
}

CLONES void chancery_row_sums(const int8_t *rows, size_t count, size_t width, int32_t times, int32_t *out) {
  for (size_t i = 0; i < count; i++) {
    int32_t sum = 0;
    for (size_t j = 0; j < width; j++) sum += rows[i * width + j];
    out[i] = sum * times;
  }
}

// What sixteen sums are worth.
INLINE void worth(
  lane *out, const int32_t *sums, float row, const float *columns, const int32_t *offsets, const float *bias) {
  *out = __builtin_convertvector(*(const lane_int *)sums - *(const lane_int *)offsets, lane)
    * (row * *(const lane *)columns) + *(const lane *)bias;
}

INLINE float worth_of_one(int32_t sum, float row, float column, int32_t offset, float bias) {
  return (float)(sum - offset) * (row * column) + bias;
}

INLINE void rescale(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, int through_gelu, float *out) {
  for (size_t i = 0; i < count; i++) {
    const int32_t *s = sums + i * width;
    float *o = out + i * width;
    lane x;
    size_t j = 0;
    for (; j + LANE <= width; j += LANE) {
      worth(&x, s + j, rows[i], columns + j, offsets + j, bias + j);
      if (through_gelu) gelu(&x);
      *(lane *)(o + j) = x;
    }
    for (; j < width; j++) {
      x = (lane){} + worth_of_one(s[j], rows[i], columns[j], offsets[j], bias[j]);
      if (through_gelu) gelu(&x);
      o[j] = x[0];
    }
  }
}

CLONES void chancery_rescale(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *out) {
  rescale(sums, count, width, rows, columns, offsets, bias, 0, out);
}

CLONES void chancery_rescale_gelu(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *out) {
  rescale(sums, count, width, rows, columns, offsets, bias, 1, out);
}

CLONES void chancery_rescale_add_norm(
  const int32_t *sums, size_t count, size_t width, const float *rows, const float *columns, const int32_t *offsets,
  const float *bias, float *x, const float *gain, const float *shift, float epsilon) {
  for (size_t i = 0; i < count; i++) {
    const int32_t *s = sums + i * width;
    float *row = x + i * width;
    for (size_t j = 0; j < width; j++) row[j] += worth_of_one(s[j], rows[i], columns[j], offsets[j], bias[j]);
    norm(row, width, gain, shift, epsilon);
  }
}
