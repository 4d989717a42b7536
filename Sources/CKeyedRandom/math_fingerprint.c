#include "math_fingerprint.h"

#include "keyed_random.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

// The arguments must be the same everywhere.
#pragma STDC FP_CONTRACT OFF

typedef struct {
  double (*function)(double);
  double low, high;
  uint32_t count;
} sweep;

// The rarer the differences between glibc's variants, the more arguments. Without fused multiply-add
// at least one result of each function differs in glibc 2.36, cbrt excepted, and 752 in all.
static const sweep sweeps[] = {
    {exp, -40, 1, 200000},
    {exp, -1, 1, 100000},
    {log, 0, 1, 300000},
    {log, 1, 1000, 200000},
    {log1p, -1, 0, 200000},
    {log1p, 0, 10, 50000},
    {expm1, -2, 2, 50000},
    {cbrt, 0, 1, 100000},
    {sin, -4, 4, 50000},
    {cos, -4, 4, 50000},
    {tan, -1.57, 1.57, 200000},
    {tgamma, 1, 5, 50000},
};

// Over bases from 0 to 2 and exponents from -4 to 4.
static const uint32_t powers = 300000;

static const uint32_t draws = 5000;

static uint64_t fold(uint64_t hash, double result) {
  uint64_t bits;
  memcpy(&bits, &result, sizeof bits);
  return keyed_random_mix(hash ^ bits) + 1;
}

// The i-th of a sequence of numbers that fill [0, 1).
static double unit(uint64_t i) {
  return (double)(keyed_random_mix(i * UINT64_C(0x9e3779b97f4a7c15)) >> 11) * 0x1.0p-53;
}

static uint64_t fold_samplers(uint64_t hash) {
  gsl_rng *rng = gsl_rng_alloc(keyed_random_splitmix());
  if (rng == NULL) return 0;
  for (uint32_t i = 0; i < draws; i++) {
    keyed_random_place(rng, 0, 0, i);
    double spread = 0.1 + 3 * keyed_random_uniform(rng);
    hash = fold(hash, gsl_ran_gaussian_ziggurat(rng, spread));
    hash = fold(hash, gsl_ran_lognormal(rng, 0, spread));
    hash = fold(hash, gsl_ran_exponential(rng, spread));
    hash = fold(hash, gsl_ran_gamma(rng, spread, 2));
    hash = fold(hash, gsl_ran_beta(rng, spread, 2));
    hash = fold(hash, gsl_ran_pareto(rng, spread, 1));
    hash = fold(hash, gsl_ran_weibull(rng, 1, spread));
    hash = fold(hash, gsl_ran_flat(rng, -spread, spread));
    hash = fold(hash, gsl_ran_poisson(rng, 10 * spread));
    hash = fold(hash, gsl_ran_binomial(rng, 0.3, 100));
  }
  gsl_rng_free(rng);
  return hash;
}

uint64_t math_fingerprint(void) {
  uint64_t hash = 0;
  for (size_t s = 0; s < sizeof sweeps / sizeof *sweeps; s++) {
    const sweep *const at = &sweeps[s];
    for (uint64_t i = 0; i < at->count; i++)
      hash = fold(hash, at->function(at->low + (at->high - at->low) * unit(i)));
  }
  for (uint64_t i = 0; i < powers; i++)
    hash = fold(hash, pow(2 * unit(i), 8 * unit(i + powers) - 4));
  return fold_samplers(hash);
}
