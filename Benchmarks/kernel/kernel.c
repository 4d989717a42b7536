// The kernel of Kernel.swift as a C programmer writes it with GSL:
//   kernel GENERATOR PEOPLE ROUNDS RUNS
// GENERATOR is one of GSL's (mt19937, taus2), drawn from in sequence, or `keyed`: the package's own,
// placed at an address before each draw, as in Swift.
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef KEYED
#include "keyed_random.h"
typedef struct {
  uint64_t run, place, hash;
} stream;
static inline stream stream_of(uint64_t key, int mechanism, int round) {
  uint64_t place = (uint64_t)mechanism << 48 | (uint64_t)round << 24;
  return (stream){key, place, keyed_random_stream(key, place)};
}
#define STREAM(mechanism) stream s = stream_of(key, mechanism, round)
#define PLACE(item) keyed_random_place_in(rng, s.hash, s.run, s.place, item)
#else
#define STREAM(mechanism) ((void)key, (void)round)
#define PLACE(item) ((void)0)
#endif

typedef struct {
  unsigned id;
  bool is_active;
  double opinion, trust, effort, fatigue;
} person;

enum { START = 1, MEET, JOIN, WORK, LEARN };

typedef unsigned long long key64;

static double clamped(double value) { return value < 0 ? 0 : value > 1 ? 1 : value; }

static void meet(person *people, int count, key64 key, int round, gsl_rng *rng) {
  STREAM(MEET);
  for (int i = 0; i < count; i++) {
    PLACE(people[i].id);
    int draw = gsl_rng_uniform_int(rng, count - 1);
    double difference = people[draw < i ? draw : draw + 1].opinion - people[i].opinion;
    if (fabs(difference) < 0.4) people[i].opinion += 0.1 * difference;
  }
}

static void join(person *people, int count, key64 key, int round, gsl_rng *rng) {
  STREAM(JOIN);
  for (int i = 0; i < count; i++) {
    person *p = &people[i];
    double utility = 2 * (p->trust - 0.5) - 3 * p->fatigue + p->opinion - 0.5;
    PLACE(p->id);
    p->is_active = gsl_rng_uniform(rng) < 1 / (1 + exp(-utility));
  }
}

static void work(person *people, int count, key64 key, int round, gsl_rng *rng) {
  STREAM(WORK);
  for (int i = 0; i < count; i++) {
    PLACE(people[i].id);
    people[i].effort = gsl_ran_gamma(rng, 2, people[i].is_active ? 0.5 : 0.1);
  }
}

static void learn(person *people, int count, key64 key, int round, gsl_rng *rng) {
  STREAM(LEARN);
  for (int i = 0; i < count; i++) {
    person *p = &people[i];
    PLACE(p->id);
    double shock = gsl_ran_gaussian_ziggurat(rng, 1);
    p->trust = clamped(p->trust + (0.1 * (0.5 - p->trust) + 0.05 * shock));
    p->opinion = clamped(p->opinion + 0.02 * shock);
    p->fatigue += 0.05 * p->effort - 0.1 * p->fatigue;
  }
}

static void run(person *people, int count, int rounds, unsigned seed, gsl_rng *rng, double mean[5]) {
  int round = 0;
#ifdef KEYED
  // RandomSource.runKey(seed)
  key64 key = keyed_random_mix(UINT64_C(0x6a09e667f3bcc908) ^
                               keyed_random_mix(seed + UINT64_C(0x9e3779b97f4a7c15))) + 1;
#else
  key64 key = 0;
  gsl_rng_set(rng, seed);
#endif
  STREAM(START);
  for (int i = 0; i < count; i++) {
    PLACE(i);
    double opinion = gsl_rng_uniform(rng), trust = gsl_rng_uniform(rng);
    people[i] = (person){.id = i, .opinion = opinion, .trust = trust};
  }
  for (round = 1; round <= rounds; round++) {
    meet(people, count, key, round, rng);
    join(people, count, key, round, rng);
    work(people, count, key, round, rng);
    learn(people, count, key, round, rng);
  }
  for (int k = 0; k < 5; k++) mean[k] = 0;
  for (int i = 0; i < count; i++) {
    mean[0] += people[i].is_active;
    mean[1] += people[i].opinion;
    mean[2] += people[i].trust;
    mean[3] += people[i].effort;
    mean[4] += people[i].fatigue;
  }
  for (int k = 0; k < 5; k++) mean[k] /= count;
}

static double nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  int count = atoi(argv[2]), rounds = atoi(argv[3]), runs = atoi(argv[4]);
#ifdef KEYED
  const gsl_rng_type *type = keyed_random_splitmix();
#else
  const gsl_rng_type *type = strcmp(argv[1], "taus2") == 0 ? gsl_rng_taus2 : gsl_rng_mt19937;
#endif
  gsl_rng *rng = gsl_rng_alloc(type);
  person *people = malloc(count * sizeof *people);
  double sum[5] = {0}, square[5] = {0}, mean[5];

  double start = nanoseconds();
  for (int seed = 1; seed <= runs; seed++) {
    run(people, count, rounds, seed, rng, mean);
    for (int k = 0; k < 5; k++) {
      sum[k] += mean[k];
      square[k] += mean[k] * mean[k];
    }
  }
  printf("%.17g", (nanoseconds() - start) / ((double)count * rounds * runs));

  for (int k = 0; k < 5; k++) {
    double variance = (square[k] - sum[k] * (sum[k] / runs)) / (runs - 1);
    printf(" %.17g %.17g", sum[k] / runs, sqrt(fmax(0, variance) / runs));
  }
  printf("\n");
  gsl_rng_free(rng);
  free(people);
}
