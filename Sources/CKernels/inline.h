// What the kernels share: how they are compiled, and what they do to one number or one row.
#ifndef CHANCERY_INLINE_H
#define CHANCERY_INLINE_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

// One function in several forms, chosen when the program is loaded by what the processor can do.
#if defined(__x86_64__) && defined(__linux__) && defined(__clang__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

// Sixteen numbers at once: one register of AVX-512, two of AVX2. Loops that matter say so, because the compiler left to
// itself takes half a register, and none at all where a maximum is looked for. Functions take them by pointer: their
// passing by value differs from one form of a function to another.
typedef float lane __attribute__((vector_size(64), aligned(4)));
typedef int32_t lane_int __attribute__((vector_size(64), aligned(4)));
#define LANE 16

// x = e^x, to about two units in the last place.
INLINE void exponential(lane *value) {
  lane x = __builtin_elementwise_min(__builtin_elementwise_max(*value, (lane){} - 87.0f), (lane){} + 88.0f);
  lane n = (x * 1.44269504088896341f + 12582912.0f) - 12582912.0f;
  lane r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  lane p = (lane){} + 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  *value = p * (lane)((__builtin_convertvector(n, lane_int) + 127) << 23);
}

// x = x/2 · (1 + erf(x/√2)), the error function after Abramowitz and Stegun 7.1.26 (absolute error below 1.5e-7).
INLINE void gelu(lane *value) {
  lane x = *value;
  lane z = __builtin_elementwise_abs(x) * 0.70710678118654752f;
  lane t = 1.0f / (1.0f + 0.3275911f * z);
  lane p = (lane){} + 1.061405429f;
  p = p * t - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  lane tail = -z * z;
  exponential(&tail);
  tail *= p * t;  // 1 − erf(z)
  *value = __builtin_elementwise_max(x, (lane){}) - 0.5f * __builtin_elementwise_abs(x) * tail;
}

// A lane of which only the first `count` numbers are the row's.
INLINE void load(lane *out, const float *x, size_t count, float rest) {
  if (count >= LANE) {
    *out = *(const lane *)x;
  } else {
    *out = (lane){} + rest;
    for (size_t k = 0; k < count; k++) (*out)[k] = x[k];
  }
}

INLINE void store(float *x, size_t count, const lane *value) {
  if (count >= LANE) {
    *(lane *)x = *value;
  } else {
    for (size_t k = 0; k < count; k++) x[k] = (*value)[k];
  }
}

INLINE float sum_of(const lane *x) {
  float sum = 0;
  for (size_t k = 0; k < LANE; k++) sum += (*x)[k];
  return sum;
}

INLINE float largest_of(const lane *x) {
  float most = (*x)[0];
  for (size_t k = 1; k < LANE; k++) most = (*x)[k] > most ? (*x)[k] : most;
  return most;
}

INLINE void norm(float *x, size_t width, const float *gain, const float *bias, float epsilon) {
#pragma clang fp reassociate(on)
  float sum = 0;
  for (size_t j = 0; j < width; j++) sum += x[j];
  float mean = sum / (float)width;
  float squares = 0;
  for (size_t j = 0; j < width; j++) squares += (x[j] - mean) * (x[j] - mean);
  float scale = 1.0f / sqrtf(squares / (float)width + epsilon);
  for (size_t j = 0; j < width; j++) x[j] = (x[j] - mean) * scale * gain[j] + bias[j];
}

// row = e^(scale · (row − its largest)); returns one over the sum.
INLINE float exponentials(float *row, size_t width, float scale) {
  lane most = (lane){} - INFINITY;
  lane x;
  for (size_t j = 0; j < width; j += LANE) {
    load(&x, row + j, width - j, -INFINITY);
    most = __builtin_elementwise_max(most, x);
  }
  float top = largest_of(&most);
  lane sum = {};
  for (size_t j = 0; j < width; j += LANE) {
    load(&x, row + j, width - j, -INFINITY);
    x = (x - top) * scale;
    exponential(&x);
    store(row + j, width - j, &x);
    sum += x;
  }
  // What lies beyond the end is e^-87 and adds nothing to a sum of one or more.
  return 1.0f / sum_of(&sum);
}

// A row of 32-bit numbers in 8 bits, limit + 1 standing for zero; returns what one of them is worth.
INLINE float quantise_row(const float *row, size_t width, int32_t limit, uint8_t *out) {
  lane sizes = {};
  for (size_t j = 0; j < width; j += LANE) {
    lane x;
    load(&x, row + j, width - j, 0);
    sizes = __builtin_elementwise_max(sizes, __builtin_elementwise_abs(x));
  }
  float most = largest_of(&sizes);
  if (most < 1e-30f) most = 1;
  float share = (float)limit / most;
  // Adding 1.5 · 2^23 rounds to a whole number, to be found in the lowest bits.
  float shift = 12582912.0f + (float)(limit + 1);
  for (size_t j = 0; j < width; j++) {
    union {
      float f;
      uint32_t i;
    } moved;
    moved.f = row[j] * share + shift;
    out[j] = (uint8_t)moved.i;
  }
  return most / (float)limit;
}

#endif
