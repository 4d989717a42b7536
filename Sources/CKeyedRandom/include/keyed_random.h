// Generators that can be placed at an address in a few instructions, registered as gsl_rng_type so
// that every GSL sampler draws from them.
//
// An address has three parts: the run (experiment seed and replicate), the place in the run
// (mechanism, round, step) and the item (an actor, say). The same address gives the same numbers,
// whatever was drawn before.
#ifndef KEYED_RANDOM_H
#define KEYED_RANDOM_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

// SplitMix64 (Steele, Lea & Flood 2014): 64 bits of state, set from a hash of the address.
const gsl_rng_type *keyed_random_splitmix(void);

// Philox4x32-10 (Salmon et al. 2011): the run is the key, place, item and block number are the
// counter, so two addresses of one run can never give overlapping sequences.
const gsl_rng_type *keyed_random_philox(void);

// GSL's own generators. They are C globals, which Swift 6 refuses; hence these accessors.
const gsl_rng_type *keyed_random_mt19937(void);
const gsl_rng_type *keyed_random_taus2(void);

// The 64-bit finaliser of SplitMix64: a bijection with full avalanche (Stafford's variant 13).
static inline uint64_t keyed_random_mix(uint64_t z) {
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

// Hash of run and place: what the addresses of all items share.
static inline uint64_t keyed_random_stream(uint64_t run, uint64_t place) {
  return keyed_random_mix(run ^ keyed_random_mix(place + UINT64_C(0x9e3779b97f4a7c15)));
}

// Places the generator at (run, place, item); item must be below 2^32.
void keyed_random_place(gsl_rng *rng, uint64_t run, uint64_t place, uint64_t item);

// The same with `stream`, the hash of run and place, computed once for many items.
void keyed_random_place_in(
    gsl_rng *rng, uint64_t stream, uint64_t run, uint64_t place, uint64_t item);

// gsl_rng_uniform without a call into the library.
static inline double keyed_random_uniform(gsl_rng *rng) {
  return rng->type->get_double(rng->state);
}

// The ten rounds of Philox4x32 on one counter block, for known-answer tests.
void keyed_random_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

// The first error that GSL reported in this thread since the last call, or 0; `reason` is set to its
// text. Loading the library replaces GSL's default handler, which aborts, by one that remembers.
int keyed_random_take_error(const char **reason);

#endif
