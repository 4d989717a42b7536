#include "keyed_random.h"

#include <gsl/gsl_errno.h>
#include <stddef.h>

// Fused multiply-add would give other last bits on other compilers and processors.
#pragma STDC FP_CONTRACT OFF

static const uint64_t golden = UINT64_C(0x9e3779b97f4a7c15);

static inline double unit(uint64_t bits) { return (double)(bits >> 11) * 0x1.0p-53; }

// SplitMix64

typedef struct {
  uint64_t state;
} splitmix_state;

static inline uint64_t splitmix_next(splitmix_state *s) {
  s->state += golden;
  return keyed_random_mix(s->state);
}

static void splitmix_set(void *state, unsigned long seed) {
  ((splitmix_state *)state)->state = keyed_random_mix(seed + golden);
}
static unsigned long splitmix_get(void *state) { return splitmix_next(state); }
static double splitmix_get_double(void *state) { return unit(splitmix_next(state)); }

static const gsl_rng_type splitmix_type = {
    "splitmix64", UINT64_MAX, 0, sizeof(splitmix_state),
    splitmix_set, splitmix_get, splitmix_get_double};

// Philox4x32-10

typedef struct {
  uint32_t counter[4], key[2], block[4];
  uint32_t used;  // words of the block already given out
} philox_state;

void keyed_random_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)UINT32_C(0xD2511F53) * c0, p1 = (uint64_t)UINT32_C(0xCD9E8D57) * c2;
    uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0, n2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c1 = (uint32_t)p1;
    c3 = (uint32_t)p0;
    c0 = n0;
    c2 = n2;
    k0 += UINT32_C(0x9E3779B9);
    k1 += UINT32_C(0xBB67AE85);
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

static uint64_t philox_next(philox_state *s) {
  if (s->used == 4) {
    keyed_random_philox_block(s->counter, s->key, s->block);
    s->counter[0]++;
    s->used = 0;
  }
  uint64_t low = s->block[s->used], high = s->block[s->used + 1];
  s->used += 2;
  return high << 32 | low;
}

static void philox_at(philox_state *s, uint64_t key, uint32_t item, uint64_t place) {
  s->key[0] = (uint32_t)key;
  s->key[1] = (uint32_t)(key >> 32);
  s->counter[0] = 0;
  s->counter[1] = item;
  s->counter[2] = (uint32_t)place;
  s->counter[3] = (uint32_t)(place >> 32);
  s->used = 4;
}

static void philox_set(void *state, unsigned long seed) { philox_at(state, seed, 0, 0); }
static unsigned long philox_get(void *state) { return philox_next(state); }
static double philox_get_double(void *state) { return unit(philox_next(state)); }

static const gsl_rng_type philox_type = {
    "philox4x32-10", UINT64_MAX, 0, sizeof(philox_state),
    philox_set, philox_get, philox_get_double};

// Addresses

const gsl_rng_type *keyed_random_splitmix(void) { return &splitmix_type; }
const gsl_rng_type *keyed_random_philox(void) { return &philox_type; }
const gsl_rng_type *keyed_random_mt19937(void) { return gsl_rng_mt19937; }
const gsl_rng_type *keyed_random_taus2(void) { return gsl_rng_taus2; }

void keyed_random_place_in(
    gsl_rng *rng, uint64_t stream, uint64_t run, uint64_t place, uint64_t item) {
  uint64_t hash = keyed_random_mix(stream + item * golden);
  if (rng->type == &splitmix_type)
    ((splitmix_state *)rng->state)->state = hash;
  else if (rng->type == &philox_type)
    philox_at(rng->state, run, (uint32_t)item, place);
  else  // GSL's generators take 32 bits of seed
    gsl_rng_set(rng, (unsigned long)(hash >> 32));
}

void keyed_random_place(gsl_rng *rng, uint64_t run, uint64_t place, uint64_t item) {
  keyed_random_place_in(rng, keyed_random_stream(run, place), run, place, item);
}

// Errors

static _Thread_local int first_error;
static _Thread_local const char *first_reason;

static void remember(const char *reason, const char *file, int line, int status) {
  (void)file;
  (void)line;
  if (first_error == 0) {
    first_error = status;
    first_reason = reason;
  }
}

int keyed_random_take_error(const char **reason) {
  int status = first_error;
  *reason = first_reason;
  first_error = 0;
  first_reason = NULL;
  return status;
}

// No way of using the package leaves GSL's aborting handler in place.
__attribute__((constructor)) static void install(void) {
  gsl_set_error_handler(remember);
}
