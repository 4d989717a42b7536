// Writes the numbers of the keyed generators, drawn as a simulation draws them, for test batteries.
//
//   stream GENERATOR ORDERING WORDS [SEED]    raw 64-bit words on standard output, without end
//   stream --vectors                          known answers, which GSLTests pins as well
//
// GENERATOR is splitmix or philox. ORDERING names the index that changes fastest from one address
// to the next; WORDS is how many 64-bit words are taken at each address before moving on.
#include "keyed_random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// As RandomSource.runKey in Swift.
static uint64_t run_key(const uint64_t *parts, int count) {
  uint64_t key = UINT64_C(0x6a09e667f3bcc908);
  for (int i = 0; i < count; i++)
    key = keyed_random_mix(key ^ keyed_random_mix(parts[i] + UINT64_C(0x9e3779b97f4a7c15))) + 1;
  return key;
}

// As RandomSource.stream in Swift.
static uint64_t place_of(uint64_t mechanism, uint64_t round, uint64_t step) {
  return mechanism << 48 | round << 24 | step;
}

// An actor's item: its kind and its index within the kind.
static uint64_t item_of(uint64_t kind, uint64_t index) { return kind << 24 | index; }

enum index { item, kind, step, round_, mechanism, process, context, seed, indices };
static const char *const names[] = {"item",      "kind",    "step",    "round",
                                    "mechanism", "process", "context", "seed"};
// How far an index runs before the next one moves; the last one in the order never ends.
static const uint64_t limits[] = {100, 5, 4, 500, 12, 1000, 20, 1000};

static void at(gsl_rng *rng, const uint64_t i[indices]) {
  const uint64_t run[] = {i[seed], i[context], i[process]};
  keyed_random_place(rng, run_key(run, 3), place_of(i[mechanism], i[round_], i[step]),
                     item_of(i[kind], i[item]));
}

static void vectors(void) {
  const gsl_rng_type *const types[] = {keyed_random_splitmix(), keyed_random_philox()};
  const uint64_t run[] = {20161, 3, 7}, key = run_key(run, 3);
  printf("run key     %016" PRIx64 "\n", key);
  for (int t = 0; t < 2; t++) {
    gsl_rng *rng = gsl_rng_alloc(types[t]);
    printf("%-14s", types[t]->name);
    keyed_random_place(rng, key, place_of(5, 12, 2), item_of(3, 41));
    for (int i = 0; i < 3; i++) printf(" %016" PRIx64, (uint64_t)gsl_rng_get(rng));
    printf("\n");
    gsl_rng_free(rng);
  }
}

static int usage(void) {
  fprintf(stderr, "usage: stream splitmix|philox ORDERING WORDS [SEED], or stream --vectors\n"
                  "orderings:");
  for (int i = 0; i < indices; i++) fprintf(stderr, " %s", names[i]);
  fprintf(stderr, "\n");
  return 64;
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "--vectors") == 0) {
    vectors();
    return 0;
  }
  if (count < 4) return usage();
  int fastest = 0, words = atoi(arguments[3]), filled = 0;
  while (fastest < indices && strcmp(names[fastest], arguments[2]) != 0) fastest++;
  const int is_philox = strcmp(arguments[1], "philox") == 0;
  if (fastest == indices || words < 1 || (!is_philox && strcmp(arguments[1], "splitmix") != 0))
    return usage();
  gsl_rng *rng = gsl_rng_alloc(is_philox ? keyed_random_philox() : keyed_random_splitmix());

  // The chosen index first, the others after it in their usual order.
  int order[indices] = {fastest}, next = 1;
  for (int i = 0; i < indices; i++)
    if (i != fastest) order[next++] = i;

  static uint64_t buffer[1 << 13];
  const int size = sizeof buffer / sizeof *buffer;
  const uint64_t first_seed = count > 4 ? strtoull(arguments[4], NULL, 10) : 20161;
  uint64_t i[indices] = {0};
  i[seed] = first_seed;
  for (;;) {
    at(rng, i);
    for (int word = 0; word < words; word++) {
      buffer[filled++] = gsl_rng_get(rng);
      if (filled < size) continue;
      filled = 0;
      if (fwrite(buffer, sizeof *buffer, size, stdout) < (size_t)size) return 0;
    }
    for (int digit = 0; digit < indices; digit++) {
      const int changing = order[digit];
      const uint64_t start = changing == seed ? first_seed : 0;
      if (++i[changing] < start + limits[changing] || digit == indices - 1) break;
      i[changing] = start;
    }
  }
}
